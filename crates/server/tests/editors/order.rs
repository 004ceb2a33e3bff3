//! Whether a history is one that calls could have made one after the other, each at a moment between its
//! beginning and its end. The serial gives the order; where nobody was told a serial, an order is looked
//! for that fits what was seen.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use super::history::{Call, Edit, Seen, Step, Texts, Timed, Told};

/// The most orders that are tried for those that nobody was told.
const MOST_TRIES: usize = 2_000_000;

/// What a history comes to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Edits that were answered with success.
    pub(crate) made: usize,
    /// Edits that were refused.
    pub(crate) refused: usize,
    /// Edits that nobody was told of and that were made.
    pub(crate) made_untold: usize,
    /// Edits that nobody was told of and that were not made.
    pub(crate) lost_untold: usize,
    /// How often the zone was read.
    pub(crate) reads: usize,
}

/// Checks a history that begins and ends with a reading; says what is wrong with it.
pub(super) fn check(history: &[Timed]) -> Result<Counts, String> {
    lines_stay(history)?;
    let serials = Serials::of(history)?;
    serials.in_time(history)?;
    let states = Search { history, serials: &serials }.run()?;
    refusals_were_right(history, &serials, &states.all)?;
    let told = |wanted: fn(&Call) -> bool| history.iter().filter(|one| wanted(&one.call)).count();
    let untold = told(|call| matches!(call, Call::Edit(_, Told::Nothing)));
    Ok(Counts {
        made: told(|call| matches!(call, Call::Edit(_, Told::Made(_) | Told::MadeSilently))),
        refused: told(|call| matches!(call, Call::Edit(_, Told::Stale(_) | Told::Gone))),
        made_untold: states.made_untold,
        lost_untold: untold - states.made_untold,
        reads: told(|call| matches!(call, Call::Read(_))),
    })
}

/// A record keeps its line, and no other record ever has it.
fn lines_stay(history: &[Timed]) -> Result<(), String> {
    let (mut owners, mut lines) = (BTreeMap::new(), BTreeMap::new());
    for seen in history.iter().filter_map(seen) {
        for (line, (owner, _)) in &seen.lines {
            let before = *lines.entry(owner).or_insert(*line);
            if before != *line {
                return Err(format!("{owner} was on line {before} and is on line {line}"));
            }
            let before = *owners.entry(*line).or_insert(owner);
            if before != owner {
                return Err(format!("line {line} was {before}'s and is {owner}'s"));
            }
        }
    }
    Ok(())
}

fn seen(one: &Timed) -> Option<&Seen> {
    match &one.call {
        Call::Read(seen) => Some(seen),
        Call::Edit(..) => None,
    }
}

/// The serials that the zone had, and the edit of each where it is known.
struct Serials<'a> {
    first: u32,
    last: u32,
    made: BTreeMap<u32, &'a Timed>,
    reads: BTreeMap<u32, Vec<&'a Seen>>,
    /// Of each serial: the latest beginning of what is known to have come before it.
    begun: Vec<Duration>,
    /// Of each serial: the earliest end of what is known to have come with it or later.
    ended: Vec<Duration>,
}

impl<'a> Serials<'a> {
    fn of(history: &'a [Timed]) -> Result<Self, String> {
        let known = || history.iter().filter_map(Timed::serial);
        let (Some(first), Some(last)) = (known().min(), known().max()) else {
            return Err("nothing was seen".to_owned());
        };
        let (mut made, mut reads) = (BTreeMap::new(), BTreeMap::<u32, Vec<_>>::new());
        let length = usize::try_from(last - first).unwrap() + 2;
        let (mut begun, mut ended) = (vec![Duration::ZERO; length], vec![Duration::MAX; length]);
        for one in history {
            let Some(serial) = one.serial() else { continue };
            let at = usize::try_from(serial - first).unwrap();
            begun[at + 1] = begun[at + 1].max(one.from);
            ended[at] = ended[at].min(one.to);
            match seen(one) {
                Some(seen) => reads.entry(serial).or_default().push(seen),
                None => {
                    if let Some(other) = made.insert(serial, one) {
                        return Err(format!("two edits have one serial: {other:?} and {one:?}"));
                    }
                }
            }
        }
        for at in 1..length {
            begun[at] = begun[at].max(begun[at - 1]);
        }
        for at in (1..length).rev() {
            ended[at - 1] = ended[at - 1].min(ended[at]);
        }
        Ok(Self { first, last, made, reads, begun, ended })
    }

    fn at(&self, serial: u32) -> usize {
        usize::try_from(serial - self.first).unwrap()
    }

    /// Whether an edit could have been at a serial: nothing before began when it had ended, and
    /// nothing that knows of it ended before it began.
    fn fits(&self, one: &Timed, serial: u32) -> bool {
        one.to >= self.begun[self.at(serial)] && one.from <= self.ended[self.at(serial)]
    }

    /// Whether a reading could have seen a serial: nothing later had ended when it began, and what made
    /// it had begun when it ended.
    fn sees(&self, one: &Timed, serial: u32) -> bool {
        let at = self.at(serial);
        let made = self.made.get(&serial).map_or(Duration::ZERO, |made| made.from);
        one.to >= self.begun[at].max(made) && one.from <= self.ended[at + 1]
    }

    /// Who began when another had ended comes later, and sees what that one made.
    fn in_time(&self, history: &[Timed]) -> Result<(), String> {
        for one in history {
            let Some(serial) = one.serial() else { continue };
            let fits = if seen(one).is_some() { Self::sees } else { Self::fits };
            if !fits(self, one, serial) {
                return Err(format!("serial {serial} came at another time: {one:?}"));
            }
        }
        Ok(())
    }

    /// The serials that the zone may have had at some moment of a call.
    fn during(&self, one: &Timed) -> std::ops::RangeInclusive<u32> {
        // What had ended before was there; what begins later was not.
        let before = self.made.iter().filter(|(_, made)| made.to < one.from);
        let later = self.made.iter().filter(|(_, made)| made.from > one.to);
        let least = before.map(|(serial, _)| *serial).max().unwrap_or(self.first);
        let most = later.map(|(serial, _)| *serial).min();
        least..=most.map_or(self.last, |serial| serial - 1)
    }
}

/// What the zone held at each serial.
struct States {
    all: BTreeMap<u32, Texts>,
    made_untold: usize,
}

struct Search<'a> {
    history: &'a [Timed],
    serials: &'a Serials<'a>,
}

/// A serial that nobody was told: what could have made it, of which the last is tried next.
struct Fork {
    serial: u32,
    before: Texts,
    left: Vec<Cause>,
    taken: Option<Cause>,
}

/// What made a step of the serial, by the place of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    Made(usize),
    TakenBack(usize),
}

impl Search<'_> {
    /// Makes all edits in the order of their serials, and compares with all that was seen.
    fn run(&self) -> Result<States, String> {
        let begin =
            self.history.iter().filter_map(seen).find(|seen| seen.serial == self.serials.first);
        let begin = begin.ok_or("the first serial was not seen")?;
        let (mut all, mut forks) = (BTreeMap::from([(begin.serial, begin.texts())]), Vec::new());
        let (mut serial, mut tries) = (begin.serial + 1, 0);
        let mut deepest = (0, String::new());
        while serial <= self.serials.last {
            let before = all[&(serial - 1)].clone();
            let next = match self.serials.made.get(&serial) {
                Some(one) => self.made(one, serial, before),
                None => {
                    forks.push(self.fork(serial, before, &forks));
                    Err("nobody's edit took this step of the serial".to_owned())
                }
            };
            let next = match next {
                Ok(after) => Some((serial, after)),
                Err(why) => {
                    tries += 1;
                    let next = self.back(&mut forks).filter(|_| tries < MOST_TRIES);
                    if serial > deepest.0 && next.as_ref().is_none_or(|(at, _)| *at != serial) {
                        deepest = (serial, why);
                    }
                    next
                }
            };
            let Some((at, after)) = next else {
                return Err(format!("serial {}: {}", deepest.0, deepest.1));
            };
            all.insert(at, after);
            serial = at + 1;
        }
        let taken: BTreeSet<Cause> = forks.iter().filter_map(|fork| fork.taken).collect();
        for (index, one) in self.history.iter().enumerate() {
            if matches!(one.call, Call::Edit(_, Told::MadeSilently))
                && !taken.contains(&Cause::Made(index))
            {
                return Err(format!("an edit that was answered with success is lost: {one:?}"));
            }
            if matches!(one.call, Call::Edit(_, Told::TakenBack))
                && taken.contains(&Cause::Made(index)) != taken.contains(&Cause::TakenBack(index))
            {
                return Err(format!("an edit that was refused is not taken back: {one:?}"));
            }
        }
        let untold = |cause: &&Cause| match cause {
            Cause::Made(index) => {
                matches!(self.history[*index].call, Call::Edit(_, Told::Nothing))
            }
            Cause::TakenBack(_) => false,
        };
        Ok(States { made_untold: taken.iter().filter(untold).count(), all })
    }

    fn made(&self, one: &Timed, serial: u32, before: Texts) -> Result<Texts, String> {
        let Call::Edit(edit, _) = &one.call else { return Err("is no edit".to_owned()) };
        let after = made(edit, serial, before).map_err(|why| format!("{why}: {one:?}"))?;
        self.as_seen(serial, after)
    }

    fn as_seen(&self, serial: u32, after: Texts) -> Result<Texts, String> {
        for seen in self.serials.reads.get(&serial).into_iter().flatten() {
            let texts = seen.texts();
            if texts != after {
                let only = |these: &Texts, those: &Texts| -> Vec<String> {
                    let other =
                        these.iter().filter(|(owner, text)| those.get(*owner) != Some(text));
                    other.map(|(owner, text)| format!("{owner} {text}")).collect()
                };
                return Err(format!(
                    "seen is {:?}, made was {:?}",
                    only(&texts, &after),
                    only(&after, &texts)
                ));
            }
        }
        Ok(after)
    }

    /// What could have made a serial that nobody was told.
    fn fork(&self, serial: u32, before: Texts, forks: &[Fork]) -> Fork {
        let taken: BTreeSet<Cause> = forks.iter().filter_map(|fork| fork.taken).collect();
        let could = |(index, one): &(usize, &Timed)| {
            one.untold().is_some_and(|edit| edit.read.is_none_or(|read| read + 1 == serial))
                && !taken.contains(&Cause::Made(*index))
                && self.serials.fits(one, serial)
        };
        let mut left: Vec<(usize, &Timed)> =
            self.history.iter().enumerate().filter(could).collect();
        // What must have been by now is tried first.
        left.sort_by_key(|(_, one)| std::cmp::Reverse(one.to));
        let mut left: Vec<Cause> = left.into_iter().map(|(index, _)| Cause::Made(index)).collect();
        left.extend(taken.iter().filter_map(|cause| {
            let Cause::Made(index) = *cause else { return None };
            let one = &self.history[index];
            let is_due = matches!(one.call, Call::Edit(_, Told::TakenBack))
                && !taken.contains(&Cause::TakenBack(index))
                && self.serials.fits(one, serial);
            is_due.then_some(Cause::TakenBack(index))
        }));
        Fork { serial, before, left, taken: None }
    }

    /// What a cause makes of the records before the latest fork.
    fn caused(&self, cause: Cause, forks: &[Fork]) -> Result<Texts, String> {
        let (Cause::Made(index) | Cause::TakenBack(index)) = cause;
        let (Some(edit), Some(fork)) = (self.history[index].untold(), forks.last()) else {
            return Err("is no edit".to_owned());
        };
        if cause == Cause::Made(index) {
            return made(edit, fork.serial, fork.before.clone());
        }
        let done = forks.iter().find(|fork| fork.taken == Some(Cause::Made(index)));
        let done = done.ok_or("was not made")?;
        Ok(taken_back(edit, &done.before, fork.before.clone()))
    }

    /// Takes the next possibility of the latest serial that has one left; gives what comes of it.
    fn back(&self, forks: &mut Vec<Fork>) -> Option<(u32, Texts)> {
        while let Some(fork) = forks.last_mut() {
            fork.taken = None;
            let (serial, mut left) = (fork.serial, std::mem::take(&mut fork.left));
            while let Some(cause) = left.pop() {
                let after = self.caused(cause, forks);
                if let Ok(after) = after.and_then(|after| self.as_seen(serial, after)) {
                    let fork = forks.last_mut()?;
                    (fork.left, fork.taken) = (left, Some(cause));
                    return Some((serial, after));
                }
            }
            forks.pop();
        }
        None
    }
}

/// What records are once an edit is taken back that was made of those.
fn taken_back(edit: &Edit, before: &Texts, mut texts: Texts) -> Texts {
    for step in &edit.steps {
        let (Step::Add(owner, _) | Step::Set(owner, _) | Step::Take(owner)) = step;
        match before.get(owner) {
            Some(text) => texts.insert(owner.clone(), text.clone()),
            None => texts.remove(owner),
        };
    }
    texts
}

/// What an edit makes of the records.
fn made(edit: &Edit, serial: u32, mut texts: Texts) -> Result<Texts, String> {
    if let Some(read) = edit.read.filter(|read| read + 1 != serial) {
        return Err(format!("was read at {read} and made at {serial}"));
    }
    for step in &edit.steps {
        if step.needs().is_some_and(|owner| !texts.contains_key(owner)) {
            return Err("its record was gone".to_owned());
        }
        match step.clone() {
            Step::Add(owner, text) | Step::Set(owner, text) => texts.insert(owner, text),
            Step::Take(owner) => texts.remove(&owner),
        };
    }
    Ok(texts)
}

/// Who was refused had read another state, or there was no such record: at a moment of the call.
fn refusals_were_right(
    history: &[Timed],
    serials: &Serials<'_>,
    states: &BTreeMap<u32, Texts>,
) -> Result<(), String> {
    for one in history {
        let Call::Edit(edit, told) = &one.call else { continue };
        let during = serials.during(one);
        let right = match told {
            Told::Stale(serial) => during.contains(serial) && edit.read != Some(*serial),
            Told::Gone => {
                let mut owners = edit.steps.iter().filter_map(Step::needs);
                owners
                    .any(|owner| during.clone().any(|serial| !states[&serial].contains_key(owner)))
            }
            Told::Made(_) | Told::MadeSilently | Told::TakenBack | Told::Nothing => true,
        };
        if !right {
            return Err(format!("refused without a reason: {one:?}"));
        }
    }
    Ok(())
}
