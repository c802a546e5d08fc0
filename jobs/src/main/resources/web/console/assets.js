(function (plimsoll) {
  'use strict';

  const {element, format, write} = plimsoll;
  const GLYPHS = {OK: '●', STALE: '▲', DISPUTED: '■', HALTED: '◆'};

  /** Every asset as it stands at its last bar; a row selects its asset for all pictures. */
  plimsoll.assetTable = function (parent, shared) {
    const body = element('tbody', {});
    const heads = [['asset'], ['status'], ['mid', true], ['volatility a year', true], ['load factor g', true]];
    parent.append(element('div', {class: 'scroll tall', role: 'region', 'aria-label': 'Assets', tabindex: '0'},
      element('table', {},
        element('caption', {class: 'unseen'}, 'Assets at their last bars; each row selects its asset'),
        element('thead', {}, element('tr', {}, heads.map(([name, number]) =>
          element('th', {scope: 'col', class: number ? 'number' : null}, name)))), body)));

    const last = column => column.length ? column[column.length - 1] : null;

    const show = plimsoll.rows(body, {
      key: asset => asset.asset,
      make(asset) {
        const button = element('button', {type: 'button', class: 'pick'}, asset.asset);
        const status = element('td', {});
        const [mid, volatility, load] = [0, 1, 2].map(() => element('td', {class: 'number'}));
        const root = element('tr', {class: 'asset-row', 'data-asset': asset.asset}, element('td', {}, button), status,
          mid, volatility, load);
        root.addEventListener('click', () => shared.select(asset.asset));
        return {root, button, status, mid, volatility, load};
      },
      show({root, button, status, mid, volatility, load}, asset) {
        const selected = asset.asset === shared.asset;
        root.classList.toggle('selected', selected);
        button.setAttribute('aria-pressed', String(selected));
        status.className = asset.status === 'OK' ? '' : 'in-doubt';
        write(status, (GLYPHS[asset.status] || '◆') + ' ' + asset.status
          + (asset.statusSince === null || asset.statusSince === undefined ? ''
            : ' since ' + format.day(asset.statusSince) + ' ' + format.clock(asset.statusSince)));
        write(mid, format.price(last(asset.mid)), format.exactMoney(last(asset.mid)));
        write(volatility, format.percent(last(asset.volatility)), format.exact(last(asset.volatility)));
        write(load, format.ratio(last(asset.loadFactor)), format.exact(last(asset.loadFactor)));
      }
    });
    return {update: data => show(data.assets)};
  };
})(window.plimsoll = window.plimsoll || {});
