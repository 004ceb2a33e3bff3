//! Conversions, worked off by hand.

use api::{
    Account,
    records::{AccountRecord, MailboxRecord, Outgoing, Subject},
};

use super::*;
use crate::testing::World;

/// An account with the addon domain `shop.example` and a subdomain of that.
pub(crate) fn world() -> World {
    let world = World::new().account("alice", "root").with_account("alice", |account| {
        account.max_addons = api::Limit::of(5);
        account.max_subdomains = api::Limit::of(5);
    });
    let row = |name: &str, kind, root: &str, parent: &str| DomainRecord {
        name: name.parse().unwrap(),
        account: "alice".parse().unwrap(),
        kind,
        document_root: root.to_owned(),
        parent: Some(parent.parse().unwrap()),
        canonical: false.into(),
    };
    let mut change = Change::by(&world.host, "test").unwrap();
    let account: AccountRecord = world.record("alice");
    for row in [
        row("shop.alice.test", DomainKind::Sub, "sites/shop", "alice.test"),
        row("shop.example", DomainKind::Addon, "sites/shop", "shop.alice.test"),
        row("api.shop.example", DomainKind::Sub, "sites/shop/api", "shop.example"),
    ] {
        crate::domain::accounts::domains::add(&mut change, &row).unwrap();
    }
    let caller = system();
    let cx = Cx {
        caller: &caller,
        host: &world.host,
        relay: &Nobody,
        function: "test",
        notes: RefCell::default(),
    };
    let domain = "shop.example".parse().unwrap();
    crate::domain::zones::make(&cx, &mut change, &domain, &account).unwrap();
    change.commit(OnFailure::Undo).unwrap();
    world
}

fn begin(world: &World) -> Result<u64> {
    let caller = system();
    let cx = Cx {
        caller: &caller,
        host: &world.host,
        relay: &Nobody,
        function: "test",
        notes: RefCell::default(),
    };
    let target = "shop".parse().unwrap();
    enqueue(&cx, &"shop.example".parse().unwrap(), &target, &PackageName::default_package())
}

fn state(world: &World, id: i64) -> (ConversionState, Vec<StepState>) {
    let tx = world.host.store.read().unwrap();
    let found = find(&*tx, "job_id", id).unwrap();
    (found.state, steps(&*tx, found.id).unwrap().iter().map(|step| step.state).collect())
}

#[test]
fn the_domain_becomes_an_account_with_its_zone_and_its_subdomains() {
    let world = world();
    assert_eq!(begin(&world).unwrap(), 1);
    assert_eq!(begin(&world).unwrap_err().kind(), Kind::Busy);
    assert_eq!(state(&world, 1), (ConversionState::Queued, vec![]));
    let mailbox = MailboxRecord {
        address: "info@shop.example".parse().unwrap(),
        domain: "shop.example".parse().unwrap(),
        account: "alice".parse().unwrap(),
        password: "$y$one".to_owned(),
        generation: 1,
        must_change: false.into(),
        changed: world.host.clock.now(),
        quota: api::Limit::UNLIMITED,
        incoming_suspended: false.into(),
        login_suspended: false.into(),
        outgoing: Outgoing::Allowed,
        makes_folders: true.into(),
    };
    let mut change = Change::by(&world.host, "test").unwrap();
    change.insert(&mailbox).unwrap();
    change.touch(Subject::Mailbox(mailbox.address.clone()));
    change.commit(OnFailure::Undo).unwrap();
    let serial = world.machine.find_zone("shop.example").unwrap().unwrap().soa.serial;
    assert!(run_next(&world.host).unwrap());
    assert_eq!(state(&world, 1), (ConversionState::Done, vec![StepState::Done; 3]));
    assert!(!run_next(&world.host).unwrap());
    let record = world.record("shop");
    assert_eq!((record.domain.as_str(), record.owner.as_str()), ("shop.example", "root"));
    let site = |name: &str| {
        world.machine.site(name).unwrap().map(|site| (site.account.to_string(), site.document_root))
    };
    let theirs = |root: &str| Some(("shop".to_owned(), root.to_owned()));
    assert_eq!(site("shop.example"), theirs("public_html"));
    assert_eq!(site("api.shop.example"), theirs("public_html/api"));
    assert_eq!(site("shop.alice.test"), None);
    let zone = world.machine.find_zone("shop.example").unwrap().unwrap();
    assert_eq!(zone.soa.account.as_ref().unwrap().as_str(), "shop");
    assert_eq!(zone.soa.serial, serial + 1);
    let folder = Account::for_reconciler(world.record("shop"));
    assert!(world.host.os_users.has_folder(&folder, "public_html/api").unwrap());
    assert!(world.host.os_users.has_folder(&folder, "mail/shop.example/info").unwrap());
    let tx = world.host.store.read().unwrap();
    let moved: MailboxRecord = tx.find(&[(&mailbox.address).into()]).unwrap().unwrap();
    assert_eq!(moved.account.as_str(), "shop");
    drop(tx);
    world.call("root", "removeacct", &[("user", "shop")]).unwrap();
    assert_eq!(site("api.shop.example"), None);
}

#[test]
fn what_cannot_be_converted_any_more_fails_and_says_why() {
    let world = world();
    begin(&world).unwrap();
    let world = world.account("shop", "root");
    assert!(run_next(&world.host).unwrap());
    assert_eq!(state(&world, 1), (ConversionState::Failed, vec![StepState::Failed]));
    let tx = world.host.store.read().unwrap();
    assert!(steps(&*tx, 1).unwrap()[0].warnings.starts_with("username: "));
    assert_eq!(addon(&*tx, &"shop.example".parse().unwrap()).unwrap().account.as_str(), "alice");
}

#[test]
fn a_conversion_that_was_cut_off_goes_on() {
    let world = world();
    begin(&world).unwrap();
    let tx = world.host.store.write().unwrap();
    let mut cut = find(&*tx, "job_id", 1).unwrap();
    cut.state = ConversionState::Running;
    tx.put(&cut).unwrap();
    let step = ConversionStep {
        conversion: 1,
        place: 1,
        name: STEPS[0].0.to_owned(),
        state: StepState::Done,
        started: cut.started,
        ended: Some(cut.started),
        warnings: String::new(),
    };
    tx.put(&step).unwrap();
    tx.put(&ConversionStep { place: 2, state: StepState::Running, ended: None, ..step }).unwrap();
    tx.commit().unwrap();
    let caller = system();
    let cx = Cx {
        caller: &caller,
        host: &world.host,
        relay: &Nobody,
        function: "test",
        notes: RefCell::default(),
    };
    moving::rows(&cx, &cut).unwrap();
    assert!(run_next(&world.host).unwrap());
    assert_eq!(state(&world, 1), (ConversionState::Done, vec![StepState::Done; 3]));
}
