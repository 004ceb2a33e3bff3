//! The keys that sign a domain's mail (DKIM, RFC 6376): made, installed, published in its zone.

use api::{
    Cx, DomainName, Error, Host, Output, Result, Secret, UnixTime,
    mail::SELECTOR,
    ports::{KeyKind, PublicNumbers},
    records::{MailDomainRecord, Select, Signing, is},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{domains, state, texts};
use crate::domain::change::{Change, OnFailure};

/// What the private keys are sealed for.
pub(super) const PURPOSE: &str = "mail signing";
/// How many keys are made before others get their turn.
const SOME: u64 = 8;

/// A private key with its public half.
pub struct KeyPair {
    private: Secret,
    public: String,
}

/// What became of one of several domains.
#[derive(Debug, Clone, Output)]
pub struct Done {
    /// The domain.
    pub domain: DomainName,
    /// What was done, or why not.
    pub msg: String,
    /// Whether it was done.
    pub status: api::Flag,
}

impl Done {
    /// Of a domain, what became of it.
    pub fn of(domain: &DomainName, done: Result<String>) -> Self {
        let (msg, status) = match done {
            Ok(msg) => (msg, true),
            Err(problem) => (problem.to_string(), false),
        };
        Self { domain: domain.clone(), msg, status: status.into() }
    }
}

/// A new key. Making it takes a while, so no change may be open meanwhile.
pub fn make(host: &Host) -> Result<KeyPair> {
    read(host, host.keys.generate(KeyKind::Rsa2048)?)
}

/// The key of a text in PEM.
pub fn read(host: &Host, private: Secret) -> Result<KeyPair> {
    let public = host.keys.public(&private)?;
    if !matches!(public.numbers, PublicNumbers::Rsa { .. }) {
        return Err(Error::param("key", "must be an RSA key, which is what mail is signed with"));
    }
    Ok(KeyPair { private, public: STANDARD.encode(&public.der) })
}

/// What the TXT record of a domain's key says; none where it has no key.
pub fn text(record: &MailDomainRecord) -> Option<String> {
    let key = &record.public_key;
    (!key.is_empty()).then(|| format!("v=DKIM1; k=rsa; p={key};"))
}

/// The name of that record within the domain.
pub fn label() -> String {
    format!("{SELECTOR}._domainkey")
}

/// Signs a domain's mail, with its present key or a new one.
pub fn enable(cx: &Cx<'_>, domain: &DomainName) -> Result<String> {
    let pair = missing(cx, domain)?;
    let mut change = Change::begin(cx)?;
    let (_, record) = domains::reachable(cx, change.tx(), "domain", domain)?;
    let record = with(cx.host, record, pair)?;
    let published = publish(&mut change, cx.now(), record)?;
    change.commit(OnFailure::Undo)?;
    Ok(said(published, "DKIM is on, and its record is published."))
}

/// Makes a key where the domain has none; nothing else changes.
pub fn ensure(cx: &Cx<'_>, domain: &DomainName) -> Result<String> {
    let Some(pair) = missing(cx, domain)? else {
        return Ok("The key is there.".to_owned());
    };
    let mut change = Change::begin(cx)?;
    let (_, record) = domains::reachable(cx, change.tx(), "domain", domain)?;
    let wanted = record.signing == Signing::Wanted;
    let record = with(cx.host, record, Some(pair))?;
    if wanted {
        publish(&mut change, cx.now(), record)?;
    } else {
        domains::save(&mut change, &record)?;
    }
    change.commit(OnFailure::Undo)?;
    Ok("A key is made.".to_owned())
}

/// Installs a key, and signs with it.
pub fn install(cx: &Cx<'_>, domain: &DomainName, pair: KeyPair) -> Result<String> {
    let mut change = Change::begin(cx)?;
    let (_, record) = domains::reachable(cx, change.tx(), "domain", domain)?;
    let record = with(cx.host, record, Some(pair))?;
    let published = publish(&mut change, cx.now(), record)?;
    change.commit(OnFailure::Undo)?;
    Ok(said(published, "The key is installed, and its record is published."))
}

/// Signs a domain's mail no more. The key stays.
pub fn disable(cx: &Cx<'_>, domain: &DomainName) -> Result<String> {
    let mut change = Change::begin(cx)?;
    let (_, mut record) = domains::reachable(cx, change.tx(), "domain", domain)?;
    withdraw(&mut change, cx.now(), &record)?;
    record.signing = Signing::Off;
    domains::save(&mut change, &record)?;
    change.commit(OnFailure::Undo)?;
    Ok("DKIM is off.".to_owned())
}

/// Has the mail of all an account's domains signed, or not. Keys that are missing are made soon.
pub fn set_all(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &api::UserName,
    on: bool,
) -> Result<()> {
    for mut record in domains::of(change.tx(), account)? {
        match (on, record.signing) {
            (true, Signing::Off) if record.private_key.is_empty() => {
                record.signing = Signing::Wanted;
                domains::save(change, &record)?;
            }
            (true, Signing::Off) => drop(publish(change, cx.now(), record)?),
            (false, Signing::On | Signing::Wanted) => {
                withdraw(change, cx.now(), &record)?;
                record.signing = Signing::Off;
                domains::save(change, &record)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The private key of a domain.
pub fn private(host: &Host, record: &MailDomainRecord) -> Result<Option<Secret>> {
    if record.private_key.is_empty() {
        return Ok(None);
    }
    state::signing_key(host, record).map(Some)
}

/// Makes some of the keys that are wanted, and publishes them; gives how many were made.
pub fn make_wanted(host: &Host, make: fn(&Host) -> Result<KeyPair>) -> Result<usize> {
    let wanted: Vec<MailDomainRecord> = host.store.read()?.list(&Select {
        filter: vec![is("signing", &Signing::Wanted)],
        order: vec![],
        window: Some((0, SOME)),
    })?;
    let (mut made, mut failed) = (0, None);
    for wanted in wanted {
        let pair = make(host)?;
        let mut change = Change::by(host, "dkim")?;
        let record: Option<MailDomainRecord> = change.tx().find(&[(&wanted.domain).into()])?;
        let Some(record) = record.filter(|record| record.signing == Signing::Wanted) else {
            continue;
        };
        let record = with(host, record, Some(pair))?;
        publish(&mut change, host.clock.now(), record)?;
        // One that cannot be applied must not keep the others waiting.
        match change.commit(OnFailure::Undo) {
            Ok(()) => made += 1,
            Err(problem) => failed = failed.or(Some(problem)),
        }
    }
    failed.map_or(Ok(made), Err)
}

/// A new key, where the domain has none.
fn missing(cx: &Cx<'_>, domain: &DomainName) -> Result<Option<KeyPair>> {
    let tx = cx.host.store.read()?;
    let (_, record) = domains::reachable(cx, &*tx, "domain", domain)?;
    drop(tx);
    if record.private_key.is_empty() { make(cx.host).map(Some) } else { Ok(None) }
}

fn with(
    host: &Host,
    mut record: MailDomainRecord,
    pair: Option<KeyPair>,
) -> Result<MailDomainRecord> {
    if let Some(pair) = pair {
        record.private_key = host.vault.seal(PURPOSE, &pair.private)?;
        record.public_key = pair.public;
    }
    Ok(record)
}

/// Has the domain's zone publish its key, where the server has the zone; gives whether it has.
fn publish(change: &mut Change<'_>, now: UnixTime, mut record: MailDomainRecord) -> Result<bool> {
    record.signing = Signing::On;
    domains::save(change, &record)?;
    let Some(mut zone) = texts::zone_of(change, &record.domain)? else { return Ok(false) };
    let name = texts::within(&zone, &label(), &record.domain);
    texts::set(change, now, &mut zone, (&name, text(&record).as_deref()), |_| true)?;
    Ok(true)
}

fn withdraw(change: &mut Change<'_>, now: UnixTime, record: &MailDomainRecord) -> Result<()> {
    let Some(mut zone) = texts::zone_of(change, &record.domain)? else { return Ok(()) };
    let name = texts::within(&zone, &label(), &record.domain);
    texts::set(change, now, &mut zone, (&name, None), |_| true).map(drop)
}

fn said(published: bool, text: &str) -> String {
    if published {
        return text.to_owned();
    }
    "DKIM is on; this server has no zone of the domain, so its record must be published elsewhere."
        .to_owned()
}
