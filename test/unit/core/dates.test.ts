import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addPeriod, daysBetween, isCalendarDate, longDate } from '../../../src/core/schema/dates.js';
import { runs } from '../../support/property.js';

describe('isCalendarDate', () => {
  it('knows the days that exist', () => {
    for (const date of ['2026-09-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) assert.ok(isCalendarDate(date), date);
    for (const date of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-9-1',
      '2026-09-01T00:00',
      ' 2026-09-01',
      '',
      '01/09/2026',
    ])
      assert.ok(!isCalendarDate(date), date);
  });
});

describe('addPeriod', () => {
  it('counts days, weeks, months and years', () => {
    assert.equal(addPeriod('2026-09-01', '1 day'), '2026-09-02');
    assert.equal(addPeriod('2026-12-30', '2 weeks'), '2027-01-13');
    assert.equal(addPeriod('2026-09-01', '6 months'), '2027-03-01');
    assert.equal(addPeriod('2026-09-01', '1 year'), '2027-09-01');
  });

  it('stays in the month that is meant', () => {
    assert.equal(addPeriod('2026-01-31', '1 month'), '2026-02-28');
    assert.equal(addPeriod('2024-01-31', '1 month'), '2024-02-29');
    assert.equal(addPeriod('2026-08-31', '3 months'), '2026-11-30');
    assert.equal(addPeriod('2026-10-31', '4 months'), '2027-02-28');
    assert.equal(addPeriod('2024-02-29', '1 year'), '2025-02-28');
    assert.equal(addPeriod('2024-02-29', '4 years'), '2028-02-29');
  });

  it('says nothing where the date or the period is not one', () => {
    for (const period of ['', 'a month', '0 months', '-1 day', '1.5 years', '1  month', '1 decade'])
      assert.equal(addPeriod('2026-09-01', period), undefined, period);
    assert.equal(addPeriod('2026-02-30', '1 day'), undefined);
    assert.equal(addPeriod('2026-09-01', '8000 years'), undefined);
    assert.equal(addPeriod('2026-09-01', `${'9'.repeat(30)} days`), undefined);
  });

  it('never goes back, and keeps the day of the month or takes the last', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 400 }), fc.constantFrom('day', 'week', 'month', 'year'), (from, count, unit) => {
        const to = addPeriod(from, `${count} ${unit}s`) ?? '';
        assert.ok(isCalendarDate(to) && daysBetween(from, to) > 0);
        if (unit === 'day' || unit === 'week') assert.equal(daysBetween(from, to), count * (unit === 'week' ? 7 : 1));
        else assert.ok(to.slice(8) === from.slice(8) || addPeriod(to, '1 day')?.endsWith('-01'), `${from} → ${to}`);
      }),
      runs(500),
    );
  });
});

describe('dates', () => {
  it('are so many days apart', () => {
    assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
    assert.equal(daysBetween('2026-03-30', '2026-03-28'), -2);
  });

  it('are written as people read them', () => {
    assert.equal(longDate('2026-09-01'), '1 September 2026');
  });
});
