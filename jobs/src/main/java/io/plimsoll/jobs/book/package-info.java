/**
 * The book: who holds what, and what the market says of it, for those who look at all accounts at
 * once. A read model beside the pipeline, made of the same rows by the same rules: the margin watch
 * touches only accounts that could have crossed, a picture needs all of them, now and then.
 */
package io.plimsoll.jobs.book;
