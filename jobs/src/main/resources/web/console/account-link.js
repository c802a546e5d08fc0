(function (plimsoll) {
  'use strict';

  const PREFIX = '#account=';

  /** The way to an account: part of the address, so that it can be kept, sent, and gone back from. */
  plimsoll.accountLink = name => plimsoll.element('a', {class: 'account-link',
    href: PREFIX + encodeURIComponent(name)}, name);

  /** The account that the address names, or null. */
  plimsoll.accountOfAddress = function () {
    if (!location.hash.startsWith(PREFIX)) {
      return null;
    }
    const name = location.hash.slice(PREFIX.length);
    try {
      return decodeURIComponent(name) || null;
    } catch (e) {
      // typed by hand
      return name;
    }
  };
})(window.plimsoll = window.plimsoll || {});
