//! Rows on their way from a source into an answer, through the controls.

use std::ops::ControlFlow;

use api::{
    Result, Sink,
    reply::{Narrowed, Row, RowSource},
};

use super::{Controls, Counts, filter::Filter, probe::Probe, sort::Sort, tape::Tape};
use crate::answer::list::OpenList;

/// Writes the rows that the controls leave, and counts.
pub(in crate::answer) fn put(
    mut source: Box<dyn RowSource>,
    controls: &Controls,
    list: &mut OpenList<'_>,
) -> Result<Counts> {
    // A source may count its rows for this, so it is asked only where there is a wish.
    let done =
        if controls.narrow() { source.narrow(&controls.wish())? } else { Narrowed::default() };
    let mut passage = Passage::new(controls, done, list);
    source.each(&mut |row| Ok(passage.take(row)))?;
    passage.play_sorted();
    Ok(passage.counts())
}

/// What the source left to do, and how far it is done.
struct Passage<'a, 'l> {
    controls: &'a Controls,
    done: Narrowed,
    list: &'a mut OpenList<'l>,
    probe: Option<Probe<'a>>,
    /// Rows that wait for their order, where there is a sort to do.
    sorted: Option<Tape<'a>>,
    /// The window that is left to us.
    skip: u64,
    take: u64,
    /// Whether rows behind the window are needed, for their number.
    counts_all: bool,
    /// Rows that came.
    read: u64,
    /// Rows that passed the filters.
    passed: u64,
}

impl<'a, 'l> Passage<'a, 'l> {
    fn new(controls: &'a Controls, done: Narrowed, list: &'a mut OpenList<'l>) -> Self {
        let is_left = |filter: &&Filter| !done.equal || filter.as_equal().is_none();
        let filters: Vec<&Filter> = controls.filters().iter().filter(is_left).collect();
        let sorts: &[Sort] = if done.sort { &[] } else { controls.sorts.as_slice() };
        let window = controls.window.filter(|_| !done.window);
        let (skip, take) = window.map_or((0, u64::MAX), super::Window::skip_and_take);
        let mut passage = Self {
            controls,
            list,
            probe: (!filters.is_empty() || !sorts.is_empty()).then(|| Probe::new(&filters, sorts)),
            sorted: (!sorts.is_empty()).then(|| Tape::new(sorts, bound(skip.saturating_add(take)))),
            skip,
            take,
            counts_all: true,
            read: 0,
            passed: 0,
            done: Narrowed { matches: known_total(controls, done, filters.is_empty()), ..done },
        };
        passage.counts_all = passage.must_count();
        passage
    }

    /// Whether a number that must be told is known only after the last row.
    fn must_count(&self) -> bool {
        let total = self.controls.window.is_some() && self.done.matches.is_none();
        let before = self.controls.filters.is_some() && self.done.records.is_none();
        total || before
    }

    fn take(&mut self, row: &dyn Row) -> ControlFlow<()> {
        self.read += 1;
        if let Some(probe) = &mut self.probe {
            probe.begin();
            row.put(probe);
            if !probe.passes() {
                return ControlFlow::Continue(());
            }
        }
        let place = self.passed;
        self.passed += 1;
        match (&mut self.sorted, &mut self.probe) {
            (Some(tape), Some(probe)) => {
                let keys = probe.take_keys();
                tape.keep(keys, |sink| put_cut(self.controls, sink, &|sink| row.put(sink)));
                ControlFlow::Continue(())
            }
            _ => self.give(place, row),
        }
    }

    fn give(&mut self, place: u64, row: &dyn Row) -> ControlFlow<()> {
        let end = self.skip.saturating_add(self.take);
        if (self.skip..end).contains(&place) {
            put_cut(self.controls, self.list.row(), &|sink| row.put(sink));
        }
        let enough = self.passed >= end && !self.counts_all;
        if enough || self.list.lost() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn play_sorted(&mut self) {
        let Some(tape) = &mut self.sorted else { return };
        tape.play(bound(self.skip), |put| put(self.list.row()));
    }

    fn counts(&self) -> Counts {
        // A source that took the window over and knows no total leaves only what was seen.
        let skipped = self.controls.window.filter(|_| self.done.window);
        let seen = self.passed + skipped.map_or(0, |window| window.skip_and_take().0);
        let total = self.done.matches.unwrap_or(seen);
        let took_filters = self.done.equal && !self.controls.wish().equal.is_empty();
        let read = if took_filters || self.done.window { total } else { self.read };
        Counts {
            chunk: self.controls.window.map(|window| (window, total)),
            filtered: self.controls.filters.is_some().then(|| self.done.records.unwrap_or(read)),
        }
    }
}

fn bound(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// How many rows there are after filtering, where the source knows.
fn known_total(controls: &Controls, done: Narrowed, all_filters_taken: bool) -> Option<u64> {
    if !all_filters_taken {
        return None;
    }
    let unfiltered = controls.filters().is_empty();
    done.matches.or(if unfiltered { done.records } else { None })
}

fn put_cut(controls: &Controls, sink: &mut dyn Sink, put: &dyn Fn(&mut dyn Sink)) {
    match &controls.columns {
        Some(columns) => put(&mut columns.cut(sink)),
        None => put(sink),
    }
}
