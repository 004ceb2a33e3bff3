//! The list of functions against the contract: what it names, where, with which parameters,
//! privileges, effects and replies.
//!
//! A difference is either a mistake of ours or a decision. Decisions stand in `deviations.rs`, each
//! with its reason, and one that is not needed any more fails the test too.

mod deviations;
mod difference;
mod facts;
mod params;
mod reply;

use std::{collections::BTreeSet, error::Error, path::Path};

use api::{Acl, Effect, Entry, Needs};
use deviations::{BEYOND, DEVIATIONS};
use difference::Difference;
use facts::{Contract, Facts};

type Done = Result<(), Box<dyn Error>>;

#[test]
fn every_function_is_listed_once_in_its_group_and_order() -> Done {
    let contract = Contract::read()?;
    let titles: Vec<_> = functions::GROUPS.iter().map(|group| group.title).collect();
    assert_eq!(titles, contract.titles(), "the groups; run `cargo xtask scaffold --lists`");
    for (group, facts) in functions::GROUPS.iter().zip(&contract.groups) {
        let listed: Vec<_> = group.functions.iter().map(|entry| entry.name).collect();
        let wanted: Vec<_> = facts.functions.iter().map(|facts| facts.name.as_str()).collect();
        let (of_contract, beyond): (Vec<&str>, Vec<&str>) =
            listed.into_iter().partition(|name| wanted.contains(name));
        assert_eq!(of_contract, wanted, "the functions of {}", group.title);
        for name in beyond {
            let known = contract.find(name).is_some()
                || BEYOND.iter().any(|(function, _)| *function == name);
            assert!(known, "{name}: the contract has no such function; give a reason in BEYOND");
        }
    }
    let all: Vec<_> = entries().map(|entry| entry.name).collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a name is listed twice");
    for (name, _) in BEYOND {
        assert!(all.contains(name), "{name}: in BEYOND, but not listed");
    }
    Ok(())
}

#[test]
fn every_function_has_a_file_of_its_name_in_its_groups_folder() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for group in functions::GROUPS {
        let folder = source.join(group.title.to_lowercase().replace(' ', "_"));
        for entry in group.functions {
            let file = folder.join(entry.name).with_extension("rs");
            let found = file.is_file() || folder.join(entry.name).join("mod.rs").is_file();
            assert!(found, "{}: no file {}", entry.name, file.display());
        }
    }
}

#[test]
fn what_the_list_says_is_what_the_contract_says() -> Done {
    let unmeant: Vec<_> = differences(&Contract::read()?)
        .into_iter()
        .filter(|found| !deviations().any(|(name, at)| found.is_meant_by(name, at)))
        .map(|found| found.to_string())
        .collect();
    assert!(
        unmeant.is_empty(),
        "{} differences from the contract.\nChange the code, or add a row (function, places, reason) \
         to DEVIATIONS in tests/contract/deviations.rs:\n\n{}\n",
        unmeant.len(),
        unmeant.join("\n")
    );
    Ok(())
}

#[test]
fn every_deviation_is_needed() -> Done {
    let found = differences(&Contract::read()?);
    for (function, places, reason) in DEVIATIONS {
        assert!(!reason.is_empty() && !places.is_empty(), "{function}: say where and why");
    }
    for (function, at) in deviations() {
        assert!(
            found.iter().any(|found| found.is_meant_by(function, at)),
            "{function}: {at}: the code agrees with the contract; take the row out of DEVIATIONS"
        );
    }
    Ok(())
}

/// Each deviation's function and place.
fn deviations() -> impl Iterator<Item = (&'static str, &'static str)> {
    DEVIATIONS.iter().flat_map(|(function, places, _)| places.iter().map(|at| (*function, *at)))
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    functions::GROUPS.iter().flat_map(|group| group.functions)
}

fn differences(contract: &Contract) -> Vec<Difference> {
    let mut found = Vec::new();
    for entry in entries() {
        let Some(facts) = contract.find(entry.name) else { continue };
        params::compare(entry, facts, &mut found);
        reply::compare(entry, facts, &mut found);
        found.extend(needs(entry, &contract.needs(entry.name)));
        found.extend(effect(entry, facts));
    }
    found
}

fn needs(entry: &Entry, wanted: &BTreeSet<String>) -> Option<Difference> {
    let given: BTreeSet<String> = match entry.needs {
        Needs::Login => ["any".to_owned()].into(),
        // Who has `all` passes everywhere: it says something only where it stands alone.
        Needs::AnyOf(acls) => {
            let beside = acls.iter().filter(|acl| **acl != Acl::All);
            beside.map(|acl| acl.as_str().to_owned()).collect()
        }
        Needs::Features(_) => ["an account".to_owned()].into(),
    };
    let said = |set: &BTreeSet<String>| match set.len() {
        0 => "root alone".to_owned(),
        _ => set.iter().cloned().collect::<Vec<_>>().join(" or "),
    };
    (given != *wanted).then(|| Difference::of(entry.name, "needs", said(wanted), said(&given)))
}

fn effect(entry: &Entry, facts: &Facts) -> Option<Difference> {
    let said = |changes: bool| if changes { "changes state" } else { "only reads" };
    let changes = entry.effect == Effect::Changes;
    let wanted = facts.mutates.filter(|wanted| *wanted != changes)?;
    Some(Difference::of(entry.name, "effect", said(wanted), said(changes)))
}
