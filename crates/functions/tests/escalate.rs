//! A reseller with every privilege but root's, or a token with a few of a reseller's, calls whatever
//! changes anything with whatever parameters: in the end they have no more rights than before, and
//! nobody else's rows changed. The calls come from the list, so a new function is covered.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail so")]

#[path = "world/mod.rs"]
mod world;

use std::collections::BTreeSet;

use api::{
    Acl, AclSet, Caller, Effect, Entry, Field, Form, Type, UserName,
    records::{
        AccountCount, AccountRecord, AclList, AclListAcl, Bandwidth, DomainAbove, DomainRecord,
        Failure, FeatureListFeature, FeatureListRecord, FeatureOverride, Login, PackageExtension,
        PackageRecord, PasswordHistory, Personal, PublicContact, Record, ResellerAcl,
        ResellerAddress, ResellerAddresses, ResellerLimits, ResellerNameserver, ResellerPackage,
        ResellerRecord, SessionRecord, Setting, ShowcaseItem, TokenAcl, TokenRecord, TokenSource,
        TrackedId, Tx, ZoneLine, ZoneRecord,
    },
};
use proptest::{collection::vec, prelude::*, test_runner::TestCaseError};
use world::World;

/// Who is not to be touched: root, a reseller with a package, an account of each.
const OTHERS: &[&str] = &["racct", "root", "vacc", "vic"];

/// What the limited token may do.
const NARROW: &[Acl] = &[
    Acl::AcctSummary,
    Acl::CreateAcct,
    Acl::CreateUserSession,
    Acl::EditAccount,
    Acl::ListAccts,
    Acl::ManageApiTokens,
    Acl::Passwd,
];

/// A call: a function by its place, and a number for each choice to make.
type Choice = (usize, Vec<u16>);

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_reseller_gains_no_right_and_touches_no_row_of_others(calls in calls()) {
        let world = world();
        let before = (others(&world), world.caller("eva").acls);
        for choice in &calls {
            call(&world, &world.caller("eva"), choice);
        }
        prop_assert!(before.1.covers(world.caller("eva").acls), "more privileges");
        same(&before.0, &others(&world))?;
        of_their_own(&world, before.1)?;
    }

    #[test]
    fn a_limited_token_makes_nothing_that_may_more(calls in calls()) {
        let world = world();
        let token = world.token_caller("eva", NARROW);
        let before = (others(&world), credentials(&world, "eva"));
        for choice in &calls {
            call(&world, &token, choice);
        }
        same(&before.0, &others(&world))?;
        // Tokens may be revoked by such a token, but not changed into more.
        let (narrow, after) = (token.acls, credentials(&world, "eva"));
        prop_assert_eq!(&before.1, &after, "the login or the sessions of the token's owner");
        of_their_own(&world, narrow)?;
    }
}

/// Half of the cases asked for: each is a whole host.
fn config() -> ProptestConfig {
    let all = ProptestConfig::default();
    ProptestConfig { cases: all.cases.div_ceil(2), failure_persistence: None, ..all }
}

fn calls() -> impl Strategy<Value = Vec<Choice>> {
    vec((0..changing().count(), vec(any::<u16>(), 24)), 1..60)
}

/// The functions that change anything.
fn changing() -> impl Iterator<Item = &'static Entry> {
    let entries = functions::GROUPS.iter().flat_map(|group| group.functions);
    entries.filter(|entry| entry.finished && entry.effect == Effect::Changes)
}

/// Two resellers with an account each, and an account of each and of root.
fn world() -> World {
    let but_root: Vec<Acl> = Acl::ALL.iter().copied().filter(|acl| *acl != Acl::All).collect();
    let world = World::new()
        .account("eva", "root")
        .reseller("eva", &but_root)
        .account("vic", "root")
        .reseller("vic", &but_root)
        .account("anna", "eva")
        .account("vacc", "vic")
        .account("racct", "root");
    for (user, function, form) in [
        ("vic", "addpkg", [("name", "gold"), ("quota", "5")].as_slice()),
        ("root", "addpkg", &[("name", "silver")]),
        ("eva", "addpkg", &[("name", "gold")]),
        ("vic", "create_featurelist", &[("featurelist", "list")]),
        ("vic", "api_token_create", &[("token_name", "one")]),
        ("root", "api_token_create", &[("token_name", "one")]),
        ("vic", "nvset", &[("key", "one"), ("value", "1")]),
    ] {
        world.call(user, function, form).unwrap();
    }
    world
}

fn call(world: &World, caller: &Caller, (place, numbers): &Choice) {
    let Some(entry) = changing().nth(*place) else { return };
    let mut numbers = numbers.iter().copied().cycle();
    let mut form = Form::default();
    for field in entry.params.iter().filter(|field| !field.rest) {
        let mut next = || usize::from(numbers.next().unwrap_or_default());
        let given = next() % 3 == 0;
        let texts = texts(field, &field.ty);
        let text = &texts[next() % texts.len()];
        if given || field.required() {
            form.push(field.name, text.as_str());
        }
    }
    // Most are refused; what matters is what is left afterwards.
    drop(world.dispatch(caller, entry.name, &form));
}

/// Texts that a parameter may be given: others' names among them.
fn texts(field: &Field, ty: &Type) -> Vec<String> {
    let some = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match ty {
        Type::Optional(inner) | Type::List(inner) => texts(field, inner),
        Type::User => some(&["anna", "eva", "vacc", "vic", "racct", "root", "newbie", "other"]),
        Type::Domain => some(&[
            "anna.test",
            "eva.test",
            "vacc.test",
            "sub.racct.test",
            "new.test",
            "test.test",
            "host.example.test",
        ]),
        Type::Flag => some(&["0", "1"]),
        Type::Int | Type::Number => some(&["0", "1", "1000", "1001", "2000"]),
        Type::Limit => some(&["0", "5", "unlimited"]),
        Type::Enum(words) => some(words),
        Type::Secret => some(&["Tundra-otter-9-mellow", "Quarry-lamp-7-vivid"]),
        Type::Json => some(&[
            r#"{"vacc":1,"racct":1,"eva":1,"anna":1}"#,
            r#"{"vic":1}"#,
            r#"{"one":"2"}"#,
            r#"{"personalization":{"one":"2"},"store":"x"}"#,
        ]),
        Type::Ip => some(&["192.0.2.10", "192.0.2.99"]),
        Type::UnixTime => some(&["0", "1", "1900000000"]),
        Type::Path => some(&["/home/vacc", "/home/newbie", "/bin/bash"]),
        Type::Email => some(&["x@vacc.test"]),
        _ => of_name(field.name),
    }
}

fn of_name(name: &str) -> Vec<String> {
    let texts: &[&str] = match name {
        "acl" => &["all", "list-accts", "passwd", "create-acct"],
        "command" => &[
            "passwd?user=vacc&password=Tundra-otter-9-mellow",
            "modifyacct?user=racct&owner=eva",
            "api_token_create?token_name=two&acl=all",
            "removeacct?user=vic",
        ],
        "token_name" | "new_name" => &["one", "two", "three"],
        "type" | "uid_type" => &["uid", "gid"],
        "shell" => &["/bin/bash"],
        "_PACKAGE_EXTENSIONS" => &["", "dog"],
        "customip" => &["192.0.2.10", "192.0.2.99"],
        "homedir" => &["/home/newbie", "/home/vacc"],
        _ => &[
            "default", "disabled", "gold", "vic_gold", "eva_gold", "silver", "vic_list", "list",
            "anna", "vacc", "one", "zoneedit", "all",
        ],
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Everything that is not the caller's, row by row, and what the machine has of it.
fn others(world: &World) -> BTreeSet<String> {
    let tx = world.host.store.read().unwrap();
    let mut dump = Dump { tx: &*tx, lines: BTreeSet::new() };
    let other = |name: &UserName| OTHERS.contains(&name.as_str());
    dump.rows(|row: &AccountRecord| other(&row.name) || other(&row.owner) && row.name != *"eva");
    dump.rows(|row: &AccountCount| other(&row.owner) && !row.owner.is_root());
    dump.rows(|row: &Login| other(&row.name));
    dump.rows(|row: &PasswordHistory| other(&row.name));
    dump.rows(|row: &DomainRecord| other(&row.account));
    let domain = |name: &str| OTHERS.iter().any(|other| name.ends_with(&format!("{other}.test")));
    dump.rows(|row: &DomainAbove| domain(row.domain.as_str()));
    dump.rows(|row: &Bandwidth| other(&row.account));
    dump.rows(|row: &FeatureOverride| other(&row.account));
    dump.rows(|row: &TrackedId| other(&row.name));
    dump.rows(|row: &ZoneRecord| domain(row.name.as_str()));
    dump.rows(|row: &ZoneLine| domain(row.zone.as_str()));
    dump.rows(|row: &PackageRecord| other(&row.owner));
    dump.rows(|row: &PackageExtension| !row.package.as_str().starts_with("eva_"));
    dump.rows(|row: &FeatureListRecord| other(&row.owner));
    dump.rows(|row: &FeatureListFeature| !row.list.as_str().starts_with("eva_"));
    dump.rows(|row: &SessionRecord| other(&row.user_name));
    dump.rows(|row: &Personal| other(&row.user_name));
    let tokens: Vec<TokenRecord> = tx.matching(Vec::new()).unwrap();
    let tokens: BTreeSet<String> =
        tokens.into_iter().filter(|row| other(&row.user_name)).map(|row| row.digest).collect();
    dump.rows(|row: &TokenRecord| other(&row.user_name));
    dump.rows(|row: &TokenAcl| tokens.contains(&row.digest));
    dump.rows(|row: &TokenSource| tokens.contains(&row.digest));
    dump.rows(|_: &ResellerRecord| true);
    dump.rows(|_: &ResellerAcl| true);
    dump.rows(|_: &ResellerLimits| true);
    dump.rows(|row: &ResellerPackage| !row.package.as_str().starts_with("eva_"));
    dump.rows(|_: &ResellerAddresses| true);
    dump.rows(|_: &ResellerAddress| true);
    dump.rows(|_: &ResellerNameserver| true);
    dump.rows(|_: &AclList| true);
    dump.rows(|_: &AclListAcl| true);
    dump.rows(|row: &PublicContact| other(&row.user_name));
    dump.rows(|_: &Setting| true);
    dump.rows(|_: &ShowcaseItem| true);
    dump.rows(|_: &Failure| true);
    let mut lines = dump.lines;
    for name in OTHERS {
        let login = world.machine.login(&name.parse().unwrap()).unwrap();
        lines.insert(format!("machine: {name} {login:?}"));
        lines
            .insert(format!("machine: {:?}", world.machine.site(&format!("{name}.test")).unwrap()));
    }
    lines
}

struct Dump<'a> {
    tx: &'a dyn Tx,
    lines: BTreeSet<String>,
}

impl Dump<'_> {
    fn rows<T: Record + std::fmt::Debug>(&mut self, is_wanted: impl Fn(&T) -> bool) {
        let rows: Vec<T> = self.tx.matching(Vec::new()).unwrap();
        let rows = rows.iter().filter(|row| is_wanted(row));
        self.lines.extend(rows.map(|row| format!("{}: {row:?}", T::TABLE)));
    }
}

fn same(before: &BTreeSet<String>, after: &BTreeSet<String>) -> Result<(), TestCaseError> {
    let gone: Vec<_> = before.difference(after).collect();
    let come: Vec<_> = after.difference(before).collect();
    if gone.is_empty() && come.is_empty() {
        return Ok(());
    }
    Err(TestCaseError::fail(format!("rows of others changed:\n{gone:#?}\nare now\n{come:#?}")))
}

/// What is there beside the others' is the reseller's, and may no more than `most`.
fn of_their_own(world: &World, most: AclSet) -> Result<(), TestCaseError> {
    let tx = world.host.store.read().unwrap();
    let accounts: Vec<AccountRecord> = tx.matching(Vec::new()).unwrap();
    for account in accounts.iter().filter(|row| !OTHERS.contains(&row.name.as_str())) {
        let own = account.owner == *"eva" || account.name == *"eva";
        prop_assert!(own, "{} is owned by {}", account.name, account.owner);
    }
    let tokens: Vec<TokenRecord> = tx.matching(Vec::new()).unwrap();
    for token in tokens.iter().filter(|token| token.user_name == *"eva") {
        let rows: Vec<TokenAcl> =
            tx.matching(vec![api::records::is("digest", &token.digest)]).unwrap();
        let acls: AclSet = rows.iter().map(|row| row.acl).collect();
        let whole = world.caller("eva").acls;
        let acls = if token.limited.0 { acls } else { whole };
        prop_assert!(most.covers(acls), "the token {} may more: {acls:?}", token.name);
    }
    Ok(())
}

/// A user's login and sessions.
fn credentials(world: &World, name: &str) -> String {
    let tx = world.host.store.read().unwrap();
    let login: Option<Login> = tx.find(&[name.into()]).unwrap();
    let sessions: Vec<SessionRecord> =
        tx.matching(vec![api::records::is("user_name", name)]).unwrap();
    format!("{login:?} {sessions:?}")
}
