(function (plimsoll) {
  'use strict';

  const {element, format} = plimsoll;
  const KINDS = {COLLATERAL: 'collateral', DEBT: 'debt', LONG: 'long', SHORT: 'short',
    // of a netted account: what is left of an asset, and entry values
    NET: 'net', CASH: 'cash',
    // what perpetuals closed on paper have left
    PAPER: 'closed on paper'};

  const figure = plimsoll.figureCell;
  const cell = text => element('td', {}, text === null || text === undefined || text === '' ? format.none : text);
  const money = x => figure(format.money(x), format.exactMoney(x));
  const price = x => figure(format.price(x), format.exactMoney(x));
  const strong = text => element('strong', {}, text);

  /** What is to be done, as a sentence. */
  function termsInWords(terms, account) {
    const venue = name => name ? ' at ' + name : '';
    const after = terms.healthFactorAfter === null || terms.healthFactorAfter === undefined
      ? ' Almost nothing is owed afterwards.'
      : ' The health factor is ' + format.ratio(terms.healthFactorAfter) + ' afterwards.';
    if (terms.closeAsset) {
      const bankruptcy = terms.bankruptcyPrice === undefined || terms.bankruptcyPrice === null ? ''
        : ' Equity would be 0 at a price of ' + format.price(terms.bankruptcyPrice) + ' (bankruptcy price).';
      return element('p', {class: 'terms'}, 'Close ',
        amount(terms.closeAmount, terms.closeAsset + ' ' + (KINDS[terms.closeKind] || terms.closeKind)),
        venue(terms.closeVenue) + '.' + bankruptcy + after);
    }
    return element('p', {class: 'terms'}, 'Repay ', amount(terms.repayAmount, terms.repayAsset),
      venue(terms.repayVenue) + ', worth ', usd(terms.repayValue), '; seize ',
      amount(terms.seizeAmount, terms.seizeAsset), venue(terms.seizeVenue) + '. The bonus in it is ',
      usd(terms.bonus), ', of which ', usd(terms.protocolFee), ' is the protocol’s fee.' + after);
  }

  /** Terms of which an amount rounds to nothing are not. */
  function carriedOut(event) {
    const {repayAmount, seizeAmount, closeAmount} = event.terms || {};
    return event.execution === 'PAPER'
      && (Number(closeAmount) > 0 || Number(repayAmount) > 0 && Number(seizeAmount) > 0);
  }

  function amount(value, asset) {
    return element('strong', {title: String(value) + ' ' + asset}, format.amount(value) + ' ' + asset);
  }

  function usd(value) {
    return element('span', {title: format.exactMoney(value)}, format.money(value));
  }

  function close(a, b) {
    return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
  }

  function holdings(account, event, held) {
    const assets = held.reduce((sum, h) => sum + (h.assets || 0), 0);
    const entered = held.some(h => h.entryPrice !== null && h.entryPrice !== undefined);
    const liabilities = held.reduce((sum, h) => sum + (h.liabilities || 0), 0);
    const table = plimsoll.table('Holdings at this moment and what each adds', [
      ['kind'], ['venue'], ['asset'], ['amount', true], entered && ['entered at', true],
      ['units', true, 'amount × exchange rate or borrow index'], ['price', true],
      ['factor', true, 'the threshold or margin in force'], ['adds to A', true], ['adds to L', true]
    ].filter(Boolean), held.map(h => [
      cell(KINDS[h.kind] || h.kind), cell(h.venue), cell(h.asset), figure(format.amount(h.amount), String(h.amount)),
      !entered ? null : h.entryPrice === null || h.entryPrice === undefined ? figure(format.none)
        : figure(format.price(Number(h.entryPrice)), String(h.entryPrice)),
      figure(format.amount(h.units), format.exact(h.units)), price(h.price),
      figure(h.factor === null || h.factor === undefined ? format.none
        : (h.factorName ? h.factorName + ' = ' : '') + format.ratio(h.factor), format.exact(h.factor)),
      money(h.assets), money(h.liabilities)
    ].filter(Boolean)), [[element('th', {scope: 'row', colspan: entered ? 8 : 7}, 'sums'),
      money(assets), money(liabilities)]]);
    const same = close(assets, event.assets) && close(liabilities, event.liabilities);
    return [table, same ? null : element('p', {class: 'note'}, account.mode === 'NETTED'
      ? 'The account is netted: what is hedged weighs less, '
        + 'so the sums A and L of the event differ from those of its rows.'
      : 'The sums of these rows differ from A and L of the event.')];
  }

  /** How an event came about: the rule, the figures, what they are made of, and what is to be done. */
  plimsoll.working = function (account, entry) {
    const event = entry.event;
    const part = (title, content) => [element('h5', {}, title), content];
    const assets = [...new Set(Object.keys(event.marks || {})
      .concat(Object.keys(event.liquidationPrices || {})))].sort();
    return element('div', {class: 'working'},
      part('Why', [
        element('p', {}, entry.rule || format.none),
        element('p', {class: 'equation'}, 'HF = A / L = ',
          usd(event.assets), ' / ', usd(event.liabilities), ' = ',
          element('strong', {title: format.exact(event.healthFactor)}, format.ratio(event.healthFactor, 6)),
          event.healthFactor === null ? ' (nothing is owed)' : ''),
        element('p', {class: 'equation'}, 'collateral ', usd(event.collateralValue), ', debt ', usd(event.debtValue),
          ', equity ', usd(event.equity), ', loan to value ',
          element('span', {title: format.exact(event.ltv)}, format.percent(event.ltv, 2)))
      ]),
      entry.holdings && entry.holdings.length
        ? part('Holdings and what each adds', holdings(account, event, entry.holdings)) : null,
      part('Marks, and the price at which each asset alone would liquidate', assets.length
        ? plimsoll.table('Marks and liquidation prices', [['asset'], ['mark', true], ['liquidation price', true],
          ['away', true]],
        assets.map(asset => {
          const mark = (event.marks || {})[asset];
          const line = (event.liquidationPrices || {})[asset];
          const away = mark && line !== undefined && line !== null ? line / mark - 1 : null;
          return [cell(asset), price(mark), price(line), figure(format.signedPercent(away, 2), format.exact(away))];
        }))
        : element('p', {}, 'None.')),
      part('Doubts', element('p', {}, (event.doubts || []).length
        ? 'Not relied on: ' + event.doubts.join(', ') + '. The account was given the benefit of it.' : 'None.')),
      part(carriedOut(event) ? 'Terms, carried out on paper' : 'Terms', event.terms ? termsInWords(event.terms) : element('p', {}, 'Nothing to do.')),
      element('p', {class: 'note'}, 'Event ', element('code', {}, event.id || format.none)));
  };
})(window.plimsoll = window.plimsoll || {});
