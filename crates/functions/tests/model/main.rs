//! Random sequences of calls against a reference of maps: every answer, and in the end the whole
//! state, must be the reference's. `PROPTEST_CASES` sets the number of sequences, 256 by default.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail so")]

mod calls;
mod effects;
mod forms;
mod reference;
mod refusals;
mod state;
#[path = "../world/mod.rs"]
mod world;

use std::fmt::Debug;

use adapters::{store, testing::postgres::Cluster};
use api::{
    Acl, Error, Flag, Value,
    records::{
        Bandwidth, FeatureOverride, Personal, Service, SessionRecord, SessionState, TokenKind,
        TokenRecord, Tx,
    },
};
use calls::{Call, What};
use proptest::{
    prelude::*,
    test_runner::{TestCaseError, TestRunner},
};
use reference::{Login, Reference};
use world::{PASSWORD, World};

/// A reseller with an account, who lacks a few privileges.
const RITA: &[Acl] = &[
    Acl::AcctSummary,
    Acl::AddPkg,
    Acl::AllowAddoncreate,
    Acl::AllowShell,
    Acl::AllowUnlimitedDiskPkgs,
    Acl::AllowUnlimitedPkgs,
    Acl::CreateAcct,
    Acl::EditAccount,
    Acl::EditPkg,
    Acl::KillAcct,
    Acl::LimitBandwidth,
    Acl::ListAccts,
    Acl::ListPkgs,
    Acl::Passwd,
    Acl::Quota,
    Acl::SuspendAcct,
    Acl::UpgradeAccount,
    Acl::Viewglobalpackages,
];

/// A reseller without an account, who lacks most.
const SVEN: &[Acl] = &[
    Acl::AcctSummary,
    Acl::AddPkg,
    Acl::CreateAcct,
    Acl::EditPkg,
    Acl::KillAcct,
    Acl::ListAccts,
    Acl::ListPkgs,
    Acl::Passwd,
    Acl::UpgradeAccount,
];

#[test]
fn the_server_does_as_the_reference() {
    let mut runner = TestRunner::new(config(1));
    runner.run(&calls::sequence(), |calls| check(World::new(), &calls)).unwrap();
}

#[test]
fn it_does_so_on_postgresql() {
    let cluster = Cluster::start().unwrap();
    let mut runner = TestRunner::new(config(32));
    let run = runner.run(&calls::sequence(), |calls| {
        let store = store::open(&cluster.database().unwrap()).unwrap();
        check(World::on(store), &calls)
    });
    run.unwrap();
}

/// A share of the cases asked for.
fn config(share: u32) -> ProptestConfig {
    let all = ProptestConfig::default();
    ProptestConfig {
        cases: all.cases.div_ceil(share),
        max_shrink_iters: 2_000 / share,
        failure_persistence: None,
        ..all
    }
}

fn check(world: World, calls: &[Call]) -> Result<(), TestCaseError> {
    let (world, mut reference) = begin(world);
    for (place, call) in calls.iter().enumerate() {
        step(&world, &mut reference, place, call)
            .map_err(|problem| TestCaseError::fail(format!("call {place}, {call:?}: {problem}")))?;
    }
    state::compare(&world, &reference).map_err(TestCaseError::fail)
}

/// The two resellers, who are there before the first call.
fn begin(world: World) -> (World, Reference) {
    let world = world.account("rita", "root").reseller("rita", RITA).reseller("sven", SVEN);
    let mut reference = Reference::default();
    let rita = calls::first_account();
    reference.apply(&rita);
    for (name, acls) in [("rita", RITA), ("sven", SVEN)] {
        reference.resellers.insert(name.to_owned(), acls.iter().copied().collect());
        let login = Login { password: PASSWORD, must_change: false, has_account: name == "rita" };
        reference.logins.insert(name.to_owned(), login);
    }
    (world, reference)
}

fn step(world: &World, reference: &mut Reference, place: usize, call: &Call) -> Result<(), String> {
    let Some((function, form)) = forms::sent(call) else {
        if let What::Use { user } = call.what
            && reference.accounts.contains_key(user)
        {
            leave_traces(world, place, user, &reference.accounts[user].domain);
            reference.apply(call);
        }
        return Ok(());
    };
    let form: Vec<(&str, &str)> = form.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let outcome = world.call(call.caller, function, &form);
    let refusals = reference.refusals(call);
    match outcome {
        Ok(answer) if refusals.is_empty() => {
            holds("the answer", &answer.data, &reference.apply(call))
        }
        Ok(_) => Err(format!("succeeded; should be refused for {refusals:?}")),
        Err(problem) if refusals.contains(&problem.kind()) => {
            reference.apply_refused(call);
            Ok(())
        }
        Err(problem) => Err(refused(&problem, &refusals)),
    }
}

fn refused(problem: &Error, refusals: &[api::Kind]) -> String {
    let kind = problem.kind();
    format!("refused for {kind:?}, “{problem}”; reasons to refuse it: {refusals:?}")
}

/// Rows of each kind that use of an account leaves.
fn leave_traces(world: &World, place: usize, user: &str, domain: &str) {
    let (name, now) = (user.parse::<api::UserName>().unwrap(), world.host.clock.now());
    let tx = world.host.store.write().unwrap();
    let tx_ref: &dyn Tx = &*tx;
    let put = |result: Result<(), Error>| result.unwrap();
    put(tx_ref.put(&SessionRecord {
        digest: format!("session {place}"),
        service: Service::Cpanel,
        user_name: name.clone(),
        mailbox: None,
        path_digest: String::new(),
        state: SessionState::Open,
        generation: 1,
        made_by: None,
        created: now,
        expires: now,
    }));
    put(tx_ref.put(&TokenRecord {
        digest: format!("token {place}"),
        kind: TokenKind::Cpanel,
        user_name: name.clone(),
        name: format!("token{place}").parse().unwrap(),
        created: now,
        expires: None,
        limited: Flag(false),
        suspended: Flag(false),
    }));
    put(tx_ref.put(&Personal {
        user_name: name.clone(),
        store: String::new(),
        name: "seen".to_owned(),
        value: "1".to_owned(),
    }));
    put(tx_ref.put(&FeatureOverride {
        account: name.clone(),
        feature: "zoneedit".to_owned(),
        enabled: Flag(false),
    }));
    put(tx_ref.put(&Bandwidth {
        domain: domain.parse().unwrap(),
        year: 2026,
        month: 1,
        account: name,
        bytes: 1,
    }));
    tx.commit().unwrap();
}

/// Whether what was found has all that is wanted: objects may have more keys, lists no more items.
pub(crate) fn holds(what: &str, found: &Value, wanted: &Value) -> Result<(), String> {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            let missing = Value::String("(no such key)".to_owned());
            wanted.iter().try_for_each(|(key, wanted)| {
                holds(&format!("{what}, {key}"), found.get(key).unwrap_or(&missing), wanted)
            })
        }
        (Value::Array(found), Value::Array(wanted)) if found.len() == wanted.len() => {
            found.iter().zip(wanted).enumerate().try_for_each(|(place, (found, wanted))| {
                holds(&format!("{what}, item {place}"), found, wanted)
            })
        }
        (_, Value::Null) => Ok(()),
        (found, wanted) => same(what, found, wanted),
    }
}

/// Whether two are the same.
pub(crate) fn same<T: PartialEq + Debug>(what: &str, found: &T, wanted: &T) -> Result<(), String> {
    if found == wanted {
        return Ok(());
    }
    Err(format!("{what}:\n  the server:    {found:?}\n  the reference: {wanted:?}"))
}
