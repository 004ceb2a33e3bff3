//! The policies on mail that a domain publishes, as the caller words them.

use api::{Cx, DomainName, Error, Result, zone::Policy};

use super::{domains, texts};
use crate::domain::change::{Change, OnFailure};

/// The longest policy in bytes.
const LONGEST: usize = 2000;

/// Publishes a policy of a domain, or takes it away.
pub fn set(cx: &Cx<'_>, domain: &DomainName, policy: Policy, text: Option<&str>) -> Result<String> {
    let mut change = Change::begin(cx)?;
    domains::reachable(cx, change.tx(), "domain", domain)?;
    let mut zone = texts::zone_of(&change, domain)?.ok_or_else(|| {
        Error::not_found(format!("domain: this server has no zone of “{domain}”."))
    })?;
    let name = texts::within(&zone, policy.name(), domain);
    let changed = texts::set(&mut change, cx.now(), &mut zone, (&name, text), |line| {
        let own = api::records::ZoneLine { name: policy.name().to_owned(), ..line.clone() };
        policy.is_in(&own)
    })?;
    change.commit(OnFailure::Undo)?;
    Ok(match (changed, text) {
        (true, Some(_)) => "The record is published.".to_owned(),
        (true, None) => "The record is removed.".to_owned(),
        (false, Some(_)) => "The record is published already.".to_owned(),
        (false, None) => "There is no record to remove.".to_owned(),
    })
}

/// A list of senders as a whole SPF record, with or without its version before it.
pub fn senders(given: &str) -> Result<String> {
    let given = given.trim();
    let terms = given.strip_prefix("v=spf1").unwrap_or(given).trim();
    let ordinary = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\';
    if terms.is_empty() || terms.len() > LONGEST {
        return Err(Error::param("record", "must list who may send the domain's mail"));
    }
    for term in terms.split_whitespace() {
        let name = term.trim_start_matches(['+', '-', '~', '?']);
        let known = ["all", "a", "mx", "ptr", "ip4", "ip6", "exists", "include", "redirect", "exp"];
        let word = name.split([':', '/', '=']).next().unwrap_or_default().to_ascii_lowercase();
        if !term.chars().all(ordinary) || !known.contains(&word.as_str()) {
            let term = api::values::text::shown(term);
            return Err(Error::param("record", format!("“{term}” is no term of an SPF record")));
        }
    }
    let terms: Vec<&str> = terms.split_whitespace().collect();
    Ok(format!("v=spf1 {}", terms.join(" ")))
}

/// A DMARC policy as a whole record: the record itself, or one of its three words.
pub fn mail(given: &str) -> Result<String> {
    let given = given.trim();
    let lower = given.to_ascii_lowercase();
    if ["none", "quarantine", "reject"].contains(&lower.as_str()) {
        return Ok(format!("v=DMARC1; p={lower};"));
    }
    let fault = |rule: &str| Err(Error::param("policy", rule));
    if given.len() > LONGEST || !given.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
        return fault("has characters that no DMARC record has");
    }
    let tags: Vec<(&str, &str)> = given.split(';').filter_map(|tag| tag.split_once('=')).collect();
    let is_version = |tag: &(&str, &str)| tag.0.trim() == "v" && tag.1.trim() == "DMARC1";
    if !tags.first().is_some_and(is_version) {
        return fault("must begin with v=DMARC1, or be none, quarantine or reject");
    }
    let policy = tags.iter().find(|tag| tag.0.trim() == "p").map(|tag| tag.1.trim());
    if !policy.is_some_and(|policy| ["none", "quarantine", "reject"].contains(&policy)) {
        return fault("its p must be none, quarantine or reject");
    }
    Ok(given.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_a_whole_record() {
        assert_eq!(senders("+a  +mx -all").unwrap(), "v=spf1 +a +mx -all");
        assert_eq!(senders("v=spf1 include:a.test ~all").unwrap(), "v=spf1 include:a.test ~all");
        for bad in ["", "v=spf1", "allow", "a\"b"] {
            assert!(senders(bad).unwrap_err().to_string().starts_with("record: "), "{bad}");
        }
        assert_eq!(mail("Reject").unwrap(), "v=DMARC1; p=reject;");
        let whole = "v=DMARC1; p=quarantine; rua=mailto:a@b.test";
        assert_eq!(mail(whole).unwrap(), whole);
        for bad in ["", "p=none", "v=DMARC1; sp=none", "v=DMARC1; p=some"] {
            assert!(mail(bad).unwrap_err().to_string().starts_with("policy: "), "{bad}");
        }
    }
}
