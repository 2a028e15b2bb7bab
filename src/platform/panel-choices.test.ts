import { describe, expect, it } from 'vitest';
import { panelOn, withPanelChoice, withPanelChoices } from './panel-choices.ts';

const atFirst = { width: 400, dock: 'auto' };

describe('how the docked panel stands', () => {
  it('is undecided where nothing was chosen, and on pages of no known kind', () => {
    expect(panelOn({}, 'live-dashboard')).toEqual(atFirst);
    expect(panelOn({ 'live-dashboard': { open: true, width: 500 } }, undefined)).toEqual(atFirst);
  });

  it('is chosen for each kind of page by itself', () => {
    const one = withPanelChoice({}, 'live-dashboard', { open: false, dock: 'push' });
    const both = withPanelChoice(one, 'seller-center', { width: 520 });
    expect(panelOn(both, 'live-dashboard')).toEqual({ open: false, width: 400, dock: 'push' });
    expect(panelOn(both, 'seller-center')).toEqual({ width: 520, dock: 'auto' });
    expect(panelOn(both, 'live-manager')).toEqual(atFirst);
  });

  it('changes by what a choice names, and keeps the rest', () => {
    const known = { 'live-dashboard': { open: false, width: 520 } } as const;
    expect(withPanelChoice(known, 'live-dashboard', { open: true })).toEqual({
      'live-dashboard': { open: true, width: 520 },
    });
    expect(withPanelChoices(known)).toEqual(known);
    expect(
      withPanelChoices(known, {
        'live-dashboard': { dock: 'push' },
        'live-manager': { open: false },
      }),
    ).toEqual({
      'live-dashboard': { open: false, width: 520, dock: 'push' },
      'live-manager': { open: false },
    });
  });
});

describe('a panel on pages that make no room', () => {
  const known = withPanelChoice({}, 'live-manager', { noRoom: 'untold' });

  it('lies over them, and over no others', () => {
    expect(panelOn(known, 'live-manager').dock).toBe('overlay');
    expect(panelOn(known, 'live-dashboard').dock).toBe('auto');
  });

  it('goes on lying over them once the seller was told, and however wide it is made', () => {
    const told = withPanelChoice(known, 'live-manager', { noRoom: 'told' });
    const wider = withPanelChoice(told, 'live-manager', { width: 500, open: false });
    expect(panelOn(wider, 'live-manager')).toEqual({ open: false, width: 500, dock: 'overlay' });
    expect(wider['live-manager']?.noRoom).toBe('told');
  });

  it.each(['auto', 'push', 'overlay'] as const)('stands as the seller says: %s', (dock) => {
    const chosen = withPanelChoice(known, 'live-manager', { dock });
    expect(chosen['live-manager']).toEqual({ dock });
    expect(panelOn(chosen, 'live-manager').dock).toBe(dock);
  });
});
