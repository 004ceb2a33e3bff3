//! The conversion of an addon domain into an account of its own: a job in the store, worked off in
//! the background one after another. What a stopped server left under way goes on at the next
//! start, from the step that it was in.

mod belongings;
mod moving;
#[cfg(test)]
pub(crate) mod tests;

use std::{cell::RefCell, sync::Arc};

use api::{
    Acl, AclSet, Caller, Cx, DomainName, Error, Form, Host, Kind, PackageName, Rank, Result,
    UserName, Value,
    caller::Proof,
    function::Relay,
    records::{
        Conversion, ConversionState, ConversionStep, DomainKind, DomainRecord, Select, Service,
        StepState, Tx, is,
    },
};

use super::{
    accounts::{names, rights},
    change::{Change, OnFailure},
    fleet,
};

/// A step: what it is called, and its work, which may be done again where it was cut off.
type Step = (&'static str, fn(&Cx<'_>, &Conversion) -> Result<()>);

/// The steps, in order.
const STEPS: [Step; 3] = [
    ("Check the domain, the username and the package", check),
    ("Move the domain with its zone to the new account", moving::rows),
    ("Copy the folders of its sites and its mail", moving::folders),
];

/// Puts a conversion into the queue; gives its number.
pub fn enqueue(
    cx: &Cx<'_>,
    domain: &DomainName,
    target: &UserName,
    package: &PackageName,
) -> Result<u64> {
    let mut change = Change::begin(cx)?;
    let row = addon(change.tx(), domain)?;
    names::check_user(change.tx(), "username", target)?;
    rights::package(cx, change.tx(), "pkgname", package)?;
    for other in unfinished(change.tx())? {
        if other.domain == *domain || other.target == *target {
            let message = format!(
                "domain: the conversion {} of “{}” into “{}” is not complete yet.",
                other.id, other.domain, other.target
            );
            return Err(Error::new(Kind::Busy, message));
        }
    }
    let last = all(change.tx())?.pop().map_or(0, |last| last.id);
    let conversion = Conversion {
        id: last + 1,
        domain: domain.clone(),
        source: row.account,
        target: target.clone(),
        package: package.clone(),
        document_root: row.document_root,
        state: ConversionState::Queued,
        started: cx.now(),
        ended: None,
    };
    change.insert(&conversion)?;
    change.commit(OnFailure::Undo)?;
    Ok(conversion.id)
}

/// The addon domain of that name, of whatever account.
pub fn addon(tx: &dyn Tx, domain: &DomainName) -> Result<DomainRecord> {
    let row: Option<DomainRecord> = tx.find(&[domain.into()])?;
    row.filter(|row| row.kind == DomainKind::Addon)
        .ok_or_else(|| Error::not_found(format!("domain: there is no addon domain “{domain}”.")))
}

/// All conversions, by number.
pub fn all(tx: &dyn Tx) -> Result<Vec<Conversion>> {
    tx.matching(Vec::new())
}

/// The conversion of that number; `param` is where it was given.
pub fn find(tx: &dyn Tx, param: &str, id: i64) -> Result<Conversion> {
    if id < 1 {
        return Err(Error::param(param, "must be at least 1."));
    }
    let found: Option<Conversion> = tx.find(&[id.into()])?;
    found.ok_or_else(|| Error::not_found(format!("{param}: there is no conversion {id}.")))
}

/// The steps of a conversion that have begun, in order.
pub fn steps(tx: &dyn Tx, id: u64) -> Result<Vec<ConversionStep>> {
    tx.matching(vec![is("conversion", &id)])
}

fn unfinished(tx: &dyn Tx) -> Result<Vec<Conversion>> {
    let states = [ConversionState::Running, ConversionState::Queued];
    let mut all = Vec::new();
    for state in states {
        let order = vec![("id", false)];
        all.extend(tx.list(&Select { filter: vec![is("state", &state)], order, window: None })?);
    }
    Ok(all)
}

/// Works off the next conversion of an account on this process's machine; gives whether there was one. Of
/// those under way before this, the worker is gone: there is only one.
pub fn run_next(host: &Arc<Host>) -> Result<bool> {
    let tx = host.store.read()?;
    let mut next = None;
    for conversion in unfinished(&*tx)? {
        if fleet::is_here(host, &*tx, &conversion.source)? {
            next = Some(conversion);
            break;
        }
    }
    drop(tx);
    let Some(conversion) = next else { return Ok(false) };
    let caller = system();
    let cx = Cx {
        caller: &caller,
        host,
        relay: &Nobody,
        function: "convert_addon_initiate_conversion",
        notes: RefCell::default(),
    };
    run(&cx, conversion)?;
    Ok(true)
}

fn run(cx: &Cx<'_>, mut conversion: Conversion) -> Result<()> {
    conversion.state = ConversionState::Running;
    keep(cx, &conversion, None)?;
    let begun = steps(&*cx.host.store.read()?, conversion.id)?;
    let mut state = ConversionState::Done;
    for (place, (name, work)) in (1..).zip(STEPS) {
        let done = |step: &ConversionStep| step.place == place && step.state == StepState::Done;
        if !begun.iter().any(done) && !run_step(cx, &conversion, place, name, work)? {
            state = ConversionState::Failed;
            break;
        }
    }
    conversion.state = state;
    conversion.ended = Some(cx.now());
    keep(cx, &conversion, None)
}

/// Does a step; gives whether it succeeded.
fn run_step(
    cx: &Cx<'_>,
    conversion: &Conversion,
    place: u32,
    name: &str,
    work: fn(&Cx<'_>, &Conversion) -> Result<()>,
) -> Result<bool> {
    let mut step = ConversionStep {
        conversion: conversion.id,
        place,
        name: name.to_owned(),
        state: StepState::Running,
        started: cx.now(),
        ended: None,
        warnings: String::new(),
    };
    keep(cx, conversion, Some(&step))?;
    step.state = StepState::Done;
    if let Err(problem) = work(cx, conversion) {
        step.state = StepState::Failed;
        step.warnings = problem.to_string();
    }
    step.ended = Some(cx.now());
    keep(cx, conversion, Some(&step))?;
    Ok(step.state == StepState::Done)
}

fn keep(cx: &Cx<'_>, conversion: &Conversion, step: Option<&ConversionStep>) -> Result<()> {
    let tx = cx.host.store.write()?;
    tx.put(conversion)?;
    if let Some(step) = step {
        tx.put(step)?;
    }
    tx.commit()
}

/// What may have changed since the conversion was asked for.
fn check(cx: &Cx<'_>, conversion: &Conversion) -> Result<()> {
    let tx = cx.host.store.read()?;
    let row = addon(&*tx, &conversion.domain)?;
    if row.account != conversion.source {
        let message = format!("domain: “{}” is another account's by now.", row.name);
        return Err(Error::new(Kind::Conflict, message));
    }
    names::check_user(&*tx, "username", &conversion.target)?;
    rights::package(cx, &*tx, "pkgname", &conversion.package).map(|_| ())
}

/// Root, for work that nobody waits for.
fn system() -> Caller {
    let acls: AclSet = [Acl::All].into_iter().collect();
    Caller {
        user: UserName::root(),
        rank: Rank::Root,
        service: Service::Whm,
        owner_acls: acls,
        acls,
        proof: Proof::LocalProcess,
        source: None,
        secure: true,
        must_change: false,
    }
}

/// A job calls no other functions.
struct Nobody;

impl Relay for Nobody {
    fn relay(&self, _: &str, _: &Form) -> Value {
        Value::Null
    }

    fn callable(&self) -> Vec<&'static str> {
        Vec::new()
    }
}
