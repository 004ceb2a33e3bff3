//! API tokens: made, found and removed here, and nowhere else. A token is random; the store has the
//! digest of its kind and itself, so that one of another kind is never found. Whose it is stands beside
//! it and is compared, so that tokens stay with a user who gets another name.

use std::net::IpAddr;

use api::{
    Acl, AclSet, Cx, Error, Flag, Host, Kind, Output, Param, Result, Sink, Type, UnixTime,
    UserName,
    records::{TokenAcl, TokenKind, TokenRecord, TokenSource, Tx, is},
};
use ipnet::IpNet;

use super::change::Change;

/// A token that was found.
#[derive(Debug, Clone)]
pub struct FoundToken {
    /// Its row.
    pub record: TokenRecord,
    /// The privileges that it is limited to; `None` where it has all of its owner's.
    pub limit: Option<AclSet>,
    /// From where it may be used.
    pub sources: Sources,
}

/// From where a token may be used: single addresses and ranges. None is from anywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources(Vec<IpNet>);

impl Sources {
    /// Whether a call may come from there. One without an address comes from this machine, which is
    /// in no list.
    pub fn admit(&self, source: Option<IpAddr>) -> bool {
        let listed = |ip: IpAddr| self.0.iter().any(|network| network.contains(&ip.to_canonical()));
        self.0.is_empty() || source.is_some_and(listed)
    }

    /// Whether there is no limit.
    pub fn is_anywhere(&self) -> bool {
        self.0.is_empty()
    }
}

impl Param for Sources {
    const TYPE: Type = Type::List(&Type::Ip);

    /// Addresses and ranges, or the one word `any`.
    fn read(texts: &[&str]) -> Result<Self, String> {
        match texts {
            ["any" | ""] => Ok(Self::default()),
            _ => texts.iter().map(|text| network(text)).collect::<Result<_, _>>().map(Self),
        }
    }
}

impl Output for Sources {
    const TYPE: Type = Type::Optional(&Type::List(&Type::Ip));

    /// IPv6 is written in full; no limit is null.
    fn put(&self, sink: &mut dyn Sink) {
        if self.0.is_empty() {
            return sink.null();
        }
        sink.open_list();
        for network in &self.0 {
            sink.text(&written(network));
        }
        sink.close_list();
    }
}

/// The digest under which a token is kept.
pub fn digest(host: &Host, kind: TokenKind, token: &str) -> String {
    host.system.digest(&format!("{}:{token}", kind.as_str()))
}

/// The token, where the user has it, and it has neither expired nor is suspended. Whether it may come from where it comes
/// is asked of its sources.
pub fn find(
    tx: &dyn Tx,
    host: &Host,
    kind: TokenKind,
    user: &UserName,
    token: &str,
    now: UnixTime,
) -> Result<Option<FoundToken>> {
    let digest = digest(host, kind, token);
    let record: Option<TokenRecord> = tx.find(&[digest.as_str().into()])?;
    let is_its = |record: &TokenRecord| record.kind == kind && record.user_name == *user;
    let record = record.filter(|record| is_its(record) && is_usable(record, now));
    record.map(|record| whole(tx, record)).transpose()
}

/// Whether a token opens anything now.
pub fn is_usable(record: &TokenRecord, now: UnixTime) -> bool {
    !record.suspended.0 && record.expires.is_none_or(|expires| expires > now)
}

/// The user's token of that name.
pub fn named(
    tx: &dyn Tx,
    kind: TokenKind,
    user: &UserName,
    name: &api::TokenName,
) -> Result<FoundToken> {
    let filter = vec![is("user_name", user), is("kind", &kind), is("name", name)];
    let record: Option<TokenRecord> = tx.first(filter)?;
    let record = record
        .ok_or_else(|| Error::not_found(format!("token_name: there is no token “{name}”.")))?;
    whole(tx, record)
}

/// The user's tokens, expired ones too.
pub fn list(tx: &dyn Tx, kind: TokenKind, user: &UserName) -> Result<Vec<FoundToken>> {
    let records: Vec<TokenRecord> = tx.matching(vec![is("user_name", user), is("kind", &kind)])?;
    records.into_iter().map(|record| whole(tx, record)).collect()
}

/// Keeps a token: a new one, or another state of one that is there.
pub fn save(change: &mut Change<'_>, token: &FoundToken) -> Result<()> {
    let digest = &token.record.digest;
    change.remove::<TokenAcl>(&[is("digest", digest)])?;
    change.remove::<TokenSource>(&[is("digest", digest)])?;
    change.save(&token.record)?;
    for acl in token.limit.iter().flat_map(|limit| limit.iter()) {
        change.insert(&TokenAcl { digest: digest.clone(), acl })?;
    }
    for (place, network) in (0..).zip(&token.sources.0) {
        let network = written(network);
        change.insert(&TokenSource { digest: digest.clone(), place, network })?;
    }
    Ok(())
}

/// Makes the user's tokens wait until each is updated.
pub fn suspend_all(change: &mut Change<'_>, user: &UserName) -> Result<()> {
    for mut token in of_user(change, user)? {
        token.suspended = Flag(true);
        change.save(&token)?;
    }
    Ok(())
}

/// Removes the user's tokens.
pub fn remove_all(change: &mut Change<'_>, user: &UserName) -> Result<()> {
    of_user(change, user)?.iter().try_for_each(|token| remove(change, token))
}

/// The user's tokens of both kinds.
fn of_user(change: &Change<'_>, user: &UserName) -> Result<Vec<TokenRecord>> {
    change.tx().matching(vec![is("user_name", user)])
}

/// Refuses a name that a token of the user has; `param` is where it was given.
pub fn check_free(
    tx: &dyn Tx,
    param: &str,
    kind: TokenKind,
    user: &UserName,
    name: &api::TokenName,
) -> Result<()> {
    let filter = [is("user_name", user), is("kind", &kind), is("name", name)];
    if tx.count::<TokenRecord>(&filter)? == 0 {
        return Ok(());
    }
    Err(Error::new(Kind::Exists, format!("{param}: you have a token “{name}” already.")))
}

/// When a token ends, where it does: 0 is never.
pub fn expiry(cx: &Cx<'_>, expires_at: UnixTime) -> Result<Option<UnixTime>> {
    match expires_at {
        UnixTime(0) => Ok(None),
        time if time <= cx.now() => Err(Error::param("expires_at", "is not in the future")),
        time => Ok(Some(time)),
    }
}

/// Removes a token.
pub fn remove(change: &mut Change<'_>, record: &TokenRecord) -> Result<()> {
    change.remove::<TokenAcl>(&[is("digest", &record.digest)])?;
    change.remove::<TokenSource>(&[is("digest", &record.digest)])?;
    change.remove::<TokenRecord>(&[is("digest", &record.digest)])?;
    Ok(())
}

fn whole(tx: &dyn Tx, record: TokenRecord) -> Result<FoundToken> {
    let of_token = || vec![is("digest", &record.digest)];
    let acls = || tx.matching::<TokenAcl>(of_token());
    let limit = record.limited.0.then(acls).transpose()?;
    let limit = limit.map(|acls| acls.iter().map(|row| row.acl).collect());
    let sources: Vec<TokenSource> = tx.matching(of_token())?;
    let sources = sources
        .iter()
        .map(|row| network(&row.network).map_err(Error::internal))
        .collect::<Result<_>>()
        .map(Sources)?;
    Ok(FoundToken { record, limit, sources })
}

fn network(text: &str) -> Result<IpNet, String> {
    let address = |text: &str| text.parse::<IpAddr>().ok().map(|ip| IpNet::from(ip.to_canonical()));
    address(text).or_else(|| text.parse().ok()).ok_or_else(|| {
        let shown = api::values::text::shown(text);
        format!("“{shown}” is neither an IP address nor a range of them")
    })
}

/// A network as answers have it: a single address without its prefix, IPv6 in full.
fn written(network: &IpNet) -> String {
    let address = match network.addr() {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => ip.segments().map(|part| format!("{part:04x}")).join(":"),
    };
    if network.prefix_len() == network.max_prefix_len() {
        address
    } else {
        format!("{address}/{}", network.prefix_len())
    }
}

/// The privileges of a token that is made or changed by a call: those asked for, each of which the
/// call must have; without any, those of the call. `None` is all of the owner's, now and later,
/// which no token gives: it may be limited to what happens to be all of today.
pub fn limit(caller: &api::Caller, acls: &[Acl]) -> Result<Option<AclSet>> {
    if let Some(acl) = acls.iter().find(|acl| !caller.acls.grants(**acl)) {
        let problem =
            format!("“{}” is a privilege that this call does not have itself", acl.as_str());
        return Err(Error::param("acl", problem));
    }
    Ok(match acls {
        [] => caller.token().map(|_| caller.acls),
        some => Some(some.iter().copied().collect()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(texts: &[&str]) -> Sources {
        Sources::read(texts).unwrap()
    }

    #[test]
    fn sources_admit_what_is_listed() {
        let listed = sources(&["192.0.2.7", "198.51.100.0/24", "2001:db8::/32"]);
        let admits = |ip: &str| listed.admit(Some(ip.parse().unwrap()));
        for ip in ["192.0.2.7", "198.51.100.200", "2001:db8::1", "::ffff:192.0.2.7"] {
            assert!(admits(ip), "{ip}");
        }
        for ip in ["192.0.2.8", "2001:db9::1", "::ffff:192.0.2.8"] {
            assert!(!admits(ip), "{ip}");
        }
        assert!(!listed.admit(None) && Sources::default().admit(None));
    }

    #[test]
    fn sources_are_written_in_full() {
        let written = api::reply::tree(&sources(&["2001:db8::1", "192.0.2.0/24", "192.0.2.1"]));
        let full = "2001:0db8:0000:0000:0000:0000:0000:0001";
        assert_eq!(written, serde_json::json!([full, "192.0.2.0/24", "192.0.2.1"]));
        assert_eq!(sources(&[full]), sources(&["2001:db8::1"]));
        assert_eq!(api::reply::tree(&sources(&["any"])), serde_json::Value::Null);
        for bad in ["x", "192.0.2.1/33", "192.0.2.1\n", "any, 192.0.2.1"] {
            assert!(Sources::read(&[bad]).is_err(), "{bad}");
        }
        assert!(Sources::read(&["any", "192.0.2.1"]).is_err());
    }
}
