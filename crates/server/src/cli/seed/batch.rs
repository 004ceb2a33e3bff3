//! One batch: rows in one transaction, then the machine's part in one.

use std::{cell::RefCell, ops::Range, sync::Arc};

use adapters::embedded::{Bulk, Machine};
use api::{
    Account, AclSet, Caller, Cx, Error, Flag, Form, Host, Limit, PackageName, Rank, Result,
    UnixTime, UserName, Value,
    caller::Proof,
    function::Relay,
    ports::{OsLogin, Site},
    records::{AccountRecord, PackageRecord, Service, Tx},
};
use functions::domain::{
    accounts::{creation, ids},
    change::Change,
    mail, packages, resellers, zones,
};

use super::people;

/// Why accounts are suspended.
const REASON: &str = "Overdue invoice";

/// The packages: name, disk in MiB, traffic in MiB a month, mailboxes.
const PACKAGES: [(&str, u32, u32, Limit); 3] = [
    ("starter", 2_048, 20_480, Limit::of(10)),
    ("standard", 10_240, 102_400, Limit::of(100)),
    ("business", 51_200, 1_024_000, Limit::UNLIMITED),
];

/// Adds the packages that are not there.
pub(super) fn packages(host: &Host) -> Result<()> {
    let tx = host.store.write()?;
    let usual = packages::find(&*tx, &PackageName::default_package())?;
    for (name, quota, bandwidth, max_mailboxes) in PACKAGES {
        let name: PackageName = parsed(name)?;
        if tx.find::<PackageRecord>(&[(&name).into()])?.is_none() {
            let (quota, bandwidth) = (Limit::of(quota), Limit::of(bandwidth));
            tx.insert(&PackageRecord { name, quota, bandwidth, max_mailboxes, ..usual.clone() })?;
        }
    }
    tx.commit()
}

/// Writes the accounts of these numbers.
pub(super) fn write(
    host: &Arc<Host>,
    machine: &Machine,
    numbers: Range<u32>,
    hash: &str,
) -> Result<()> {
    let caller = root();
    let relay = Nobody;
    let notes = RefCell::default();
    let cx = Cx { caller: &caller, host, relay: &relay, function: "seed", notes };
    let mut change = Change::begin(&cx)?;
    let mut accounts = Vec::new();
    for number in numbers {
        let (record, digest_auth) = record(&cx, change.tx(), number)?;
        let account = cx.new_account(record)?;
        creation::write(&cx, &mut change, &account, hash.to_owned(), digest_auth)?;
        if people::is_reseller(number) {
            resellers::set_up(&mut change, account.name())?;
        }
        accounts.push(account);
    }
    change.commit_at_once(|| apply(host, machine, accounts, hash))
}

/// An account's record, and whether its package has digest authentication.
fn record(cx: &Cx<'_>, tx: &dyn Tx, number: u32) -> Result<(AccountRecord, Flag)> {
    let name: UserName = parsed(&people::name(number))?;
    let owner = match people::owner(number) {
        Some(owner) => parsed(&people::name(owner))?,
        None => UserName::root(),
    };
    let package = packages::find(tx, &parsed(people::package(number))?)?;
    let domain = people::domain(number);
    let mut record = creation::draft(cx, &name, parsed(&domain)?, owner, &package);
    record.uid = ids::next(&cx.host.settings, tx)?;
    record.gid = record.uid;
    record.email = parsed(&format!("owner@{domain}"))?;
    record.created = UnixTime(cx.now().0 - people::age(number));
    record.modified = record.created;
    if people::is_suspended(number) {
        record.suspended = Flag(true);
        REASON.clone_into(&mut record.suspend_reason);
        record.suspended_at = Some(cx.now());
    }
    Ok((record, package.digest_auth))
}

/// The machine's part, as the store has it: sites and zones, then homes and users.
fn apply(host: &Host, machine: &Machine, accounts: Vec<Account>, hash: &str) -> Result<()> {
    let tx = host.store.read()?;
    machine.bulk(|bulk| accounts.iter().try_for_each(|account| serve(bulk, &*tx, account)))?;
    let with_login = |account: Account| {
        let locked = account.record().suspended.0;
        (account, OsLogin { password: hash.to_owned(), locked, expired: false })
    };
    host.os_users.apply_all(&accounts.into_iter().map(with_login).collect::<Vec<_>>())
}

fn serve(bulk: &Bulk<'_>, tx: &dyn Tx, account: &Account) -> Result<()> {
    let record = account.record();
    bulk.site(&Site {
        domain: record.domain.clone(),
        account: record.name.clone(),
        document_root: creation::MAIN_ROOT.to_owned(),
        suspended: record.suspended.0,
        redirects: Vec::new(),
    })?;
    let taken = mail::state::read_open(tx, &record.domain)?;
    let gone = || Error::internal("a mail domain that was just written is gone");
    bulk.mail(&taken.ok_or_else(gone)?)?;
    let zone = zones::find(tx, &record.domain)?;
    bulk.zone(&zone.ok_or_else(|| Error::internal("a zone that was just written is gone"))?)
}

pub(super) fn root() -> Caller {
    Caller {
        user: UserName::root(),
        rank: Rank::Root,
        service: Service::Whm,
        owner_acls: AclSet::all(),
        acls: AclSet::all(),
        proof: Proof::LocalProcess,
        source: None,
        secure: true,
        must_change: false,
    }
}

fn parsed<T: std::str::FromStr<Err = String>>(text: &str) -> Result<T> {
    text.parse().map_err(|problem: String| Error::internal(problem))
}

/// There is no function that calls another here.
pub(super) struct Nobody;

impl Relay for Nobody {
    fn relay(&self, _: &str, _: &Form) -> Value {
        Value::Null
    }

    fn callable(&self) -> Vec<&'static str> {
        Vec::new()
    }
}
