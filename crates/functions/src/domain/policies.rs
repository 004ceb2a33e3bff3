//! The policies on mail that accounts publish: put into the zones of their domains, or taken out.

use api::{
    Cx, Error, Result,
    records::{AccountRecord, ZoneLine},
    zone::{Policy, RecordType, Zone},
};

use super::{accounts::domains, change::Change, dns::places, zones};

/// What is wished of a policy.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// The parameter that says so.
    pub param: &'static str,
    /// The policy.
    pub policy: Policy,
    /// Whether it is to be published.
    pub published: bool,
}

/// Makes the zones of an account's domains publish what is wished. A policy that is there stays as
/// it reads, whoever wrote it.
pub fn publish(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &AccountRecord,
    wishes: &[Wish],
) -> Result<()> {
    if wishes.is_empty() {
        return Ok(());
    }
    for domain in domains::of(change.tx(), &account.name)? {
        match zones::locked(change.tx(), &domain.name)? {
            Some(zone) => publish_in(cx, change, zone, account, wishes)?,
            None if domain.name == account.domain => {
                cx.warn(format!("“{}” has no zone here, so nothing is published.", domain.name));
            }
            None => {}
        }
    }
    Ok(())
}

fn publish_in(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    mut zone: Zone,
    account: &AccountRecord,
    wishes: &[Wish],
) -> Result<()> {
    let differs =
        |wish: &&Wish| wish.published != zone.lines.iter().any(|line| wish.policy.is_in(line));
    let wishes: Vec<&Wish> = wishes.iter().filter(differs).collect();
    if wishes.is_empty() {
        return Ok(());
    }
    for wish in wishes {
        if wish.published {
            add(change, &mut zone, account, wish)?;
        } else {
            remove(change, &zone, wish.policy)?;
        }
    }
    zones::renew(cx.now(), change, &zone)
}

fn add(
    change: &mut Change<'_>,
    zone: &mut Zone,
    account: &AccountRecord,
    wish: &Wish,
) -> Result<()> {
    let line = ZoneLine {
        zone: zone.name().clone(),
        place: places::next(change.tx(), zone.name())?,
        name: wish.policy.name().to_owned(),
        ttl: zone.soa.ttl,
        kind: RecordType::Txt.as_str().to_owned(),
        value: wish.policy.value(account.ip.parse().map_err(Error::internal)?),
    };
    change.insert(&line)?;
    zone.lines.push(line);
    zone.check().map_err(|problem| Error::param(wish.param, problem))
}

fn remove(change: &mut Change<'_>, zone: &Zone, policy: Policy) -> Result<()> {
    for line in zone.lines.iter().filter(|line| policy.is_in(line)) {
        places::remove(change, line)?;
    }
    Ok(())
}
