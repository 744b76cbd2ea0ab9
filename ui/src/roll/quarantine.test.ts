import { flushSync, mount, unmount, type Snippet } from 'svelte';
import { expect, test, vi } from 'vitest';

const ADA = 'adaadaadaadaadaada';
const BO = 'bobobobobobobobobo';
const TOWN = 'millbrookmillbrook';
const unknown = { assembly: null, town: null, device: null, member: null, name: null };
const bo = { assembly: TOWN, town: 'Millbrook', device: BO, member: 2, name: 'Bo' };
const entry = { reason: 'signature', assembly: TOWN, device: ADA, member: 1, name: 'Ada', signed: false, bytes: 400, received_at: 1_804_000_000 };
const shown = {
  quarantine: [
    { ...entry, id: 1, handed_by: { key: 'endpoint', ...bo }, source: 'lan' },
    { ...entry, id: 2, handed_by: { key: 'packer', ...unknown }, source: 'bundle' },
    { ...entry, id: 3, handed_by: null, source: 'bundle', reason: 'not-our-ring', signed: true },
  ],
  dropped_over_quota: 12, dropped_of: [{ ...bo, count: 7 }, { ...unknown, count: 5 }], as_of: null,
};

vi.mock('../desk', () => ({
  look: (view: string) => Promise.resolve(view === 'quarantine' ? shown : { towns: [] }),
  Refusal: { of: (thrown: unknown) => thrown },
}));
vi.mock('../shared/house.svelte', () => ({
  house: { revision: 0, assembly: TOWN, today: '2027-04-10', open: { assembly: TOWN, name: 'Millbrook' }, lodging: { house: { assemblies: [{ assembly: TOWN, name: 'Millbrook' }], towns: [] } } },
}));

const { default: Quarantine } = await import('./Quarantine.svelte');

/** Marks that set names apart are seen by nobody. */
const plain = (said: string | null | undefined): string => (said ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

test('whoever handed it over stands apart from the name in it, which is said to be only claimed', async () => {
  const page = mount(Quarantine, { target: document.body, props: { tabs: (() => undefined) as unknown as Snippet } });
  await new Promise((soon) => setTimeout(soon, 10));
  flushSync();
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => plain(cell.textContent)));
  const [unproved, packed, met] = rows;
  expect(met?.[2]).toContain('laptop of Bo');
  expect(met?.[2]).toContain('when the two met');
  expect(met?.[2]).not.toContain('Ada');
  expect(met?.[3]).toContain('Ada');
  expect(met?.[3]).toContain('only claimed');
  expect(packed?.[2]).toContain('no roll here knows');
  expect(packed?.[2]).toContain('signature on the bundle');
  expect(unproved?.[2]).toContain('nobody');
  expect(unproved?.[3]).toContain('signed');
  const dropped = plain(document.querySelector('.dropped')?.textContent);
  expect(dropped).toContain('laptop of Bo: 7');
  expect(dropped).toContain('5');
  await unmount(page);
});
