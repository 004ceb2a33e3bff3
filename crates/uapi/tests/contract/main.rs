//! The list of UAPI's functions against the contract: what it names, where, with which parameters,
//! effects and replies, as the list of WHM's is compared.

mod deviations;
#[path = "../../../functions/tests/contract/difference.rs"]
mod difference;
#[path = "../../../functions/tests/contract/facts.rs"]
mod facts;
#[path = "../../../functions/tests/contract/params.rs"]
mod params;
#[path = "../../../functions/tests/contract/reply.rs"]
mod reply;

use std::{collections::BTreeSet, error::Error};

use api::{Effect, Entry, Needs};
use deviations::{BEYOND, DEVIATIONS};
use difference::Difference;
use facts::Facts;
use functions::domain::features;

type Done = Result<(), Box<dyn Error>>;

#[test]
fn every_function_is_listed_once_in_its_module_and_order() -> Done {
    let contract = facts::modules()?;
    let titles: Vec<_> = uapi::MODULES.iter().map(|module| module.title).collect();
    let wanted: Vec<_> = contract.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(titles, wanted, "the modules; run `cargo xtask scaffold --lists`");
    for (module, (_, facts)) in uapi::MODULES.iter().zip(&contract) {
        let listed: Vec<_> = module.functions.iter().map(|entry| entry.name).collect();
        let wanted: Vec<_> = facts.iter().map(|facts| facts.name.as_str()).collect();
        let (of_contract, beyond): (Vec<&str>, Vec<&str>) =
            listed.iter().partition(|name| wanted.contains(name));
        assert_eq!(of_contract, wanted, "the functions of {}", module.title);
        for name in beyond {
            let name = format!("{}::{name}", module.title);
            let known = BEYOND.iter().any(|(function, _)| *function == name);
            assert!(known, "{name}: the contract has no such function; give a reason in BEYOND");
        }
        assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), listed.len());
    }
    Ok(())
}

#[test]
fn what_the_list_says_is_what_the_contract_says() -> Done {
    let unmeant: Vec<_> = differences()?
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
    let found = differences()?;
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

#[test]
fn every_function_needs_an_account_and_features_that_there_are() {
    let modules = uapi::MODULES.iter().chain(uapi::api2::MODULES);
    for entry in modules.flat_map(|module| module.functions) {
        let Needs::Features(needed) = entry.needs else {
            panic!("{}: it must need features of an account, or none", entry.name);
        };
        let unknown: Vec<_> =
            needed.iter().filter(|feature| features::find(feature).is_none()).collect();
        assert!(unknown.is_empty(), "{}: there is no feature {unknown:?}", entry.name);
    }
}

/// Each deviation's function and place.
fn deviations() -> impl Iterator<Item = (&'static str, &'static str)> {
    DEVIATIONS.iter().flat_map(|(function, places, _)| places.iter().map(|at| (*function, *at)))
}

fn differences() -> Result<Vec<Difference>, Box<dyn Error>> {
    let contract = facts::modules()?;
    let mut all = Vec::new();
    for (module, (_, facts)) in uapi::MODULES.iter().zip(&contract) {
        for entry in module.functions {
            let Some(facts) = facts.iter().find(|facts| facts.name == entry.name) else { continue };
            let mut found = Vec::new();
            params::compare(entry, facts, &mut found);
            reply::compare(entry, facts, &mut found);
            found.extend(effect(entry, facts));
            for difference in &mut found {
                difference.function = format!("{}::{}", module.title, entry.name);
            }
            all.extend(found);
        }
    }
    Ok(all)
}

fn effect(entry: &Entry, facts: &Facts) -> Option<Difference> {
    let said = |changes: bool| if changes { "changes state" } else { "only reads" };
    let changes = entry.effect == Effect::Changes;
    let wanted = facts.mutates.filter(|wanted| *wanted != changes)?;
    Some(Difference::of(entry.name, "effect", said(wanted), said(changes)))
}
