//! Rows that several lists of mail have.

use api::{
    Account, DomainName, EmailAddress, Flag, Output, Result,
    mail::{Act, Action, Condition, MatchKind},
    records::{Forwarder, MailDomainRecord, Tx, is},
};

use super::{filters, search::Pattern};

/// A forwarder.
#[derive(Debug, Clone, Output)]
pub struct ForwarderRow {
    /// The address that is forwarded.
    pub dest: EmailAddress,
    /// Where its mail goes.
    pub forward: String,
    /// The address, escaped for HTML.
    pub html_dest: String,
    /// Where its mail goes, escaped for HTML.
    pub html_forward: String,
    /// The address, escaped for a URL.
    pub uri_dest: String,
    /// Where its mail goes, escaped for a URL.
    pub uri_forward: String,
}

/// A filter.
#[derive(Debug, Clone, Output)]
pub struct FilterRow {
    /// What becomes of a message.
    pub actions: Vec<ActRow>,
    /// Whether it is applied.
    pub enabled: Flag,
    /// Its name.
    pub filtername: String,
    /// What a message must be like.
    pub rules: Vec<RuleRow>,
}

/// What becomes of a message.
#[derive(Debug, Clone, Output)]
pub struct ActRow {
    /// What is done.
    pub action: Action,
    /// The address, the file, the program or the text.
    pub dest: String,
}

/// A condition.
#[derive(Debug, Clone, Output)]
pub struct RuleRow {
    /// How the part is compared.
    #[param(name = "match")]
    pub kind: MatchKind,
    /// How it joins the next: `and` or `or`; `null` for the only one.
    pub opt: &'static str,
    /// The part of the message.
    pub part: String,
    /// What it is compared with.
    pub val: String,
}

/// The forwarders of a domain of the account, or of all, that a pattern fits.
pub fn forwarders(
    tx: &dyn Tx,
    account: &Account,
    domain: Option<&DomainName>,
    regex: Option<&str>,
) -> Result<Vec<ForwarderRow>> {
    let pattern = Pattern::of(regex)?;
    let found: Vec<Forwarder> = match domain {
        Some(domain) => {
            let record = super::domains::own(tx, account, "domain", domain)?;
            tx.matching(vec![is("domain", &record.domain)])?
        }
        None => tx.matching(vec![is("account", account.name())])?,
    };
    let fits =
        |one: &Forwarder| pattern.fits(one.address.as_str()) || pattern.fits(&one.destination);
    Ok(found.into_iter().filter(fits).map(forwarder).collect())
}

fn forwarder(one: Forwarder) -> ForwarderRow {
    ForwarderRow {
        html_dest: html(one.address.as_str()),
        html_forward: html(&one.destination),
        uri_dest: uri(one.address.as_str()),
        uri_forward: uri(&one.destination),
        dest: one.address,
        forward: one.destination,
    }
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn uri(text: &str) -> String {
    const KEPT: &percent_encoding::AsciiSet =
        &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    percent_encoding::utf8_percent_encode(text, KEPT).to_string()
}

/// The filters of an owner.
pub fn filters(tx: &dyn Tx, owner: &str) -> Result<Vec<FilterRow>> {
    let rows = filters::of(tx, owner)?;
    let filters = rows.iter().map(filters::Filter::of);
    filters.map(|filter| filter.map(filter_row)).collect()
}

fn filter_row(filter: filters::Filter) -> FilterRow {
    let is_only = filter.conditions.len() == 1;
    let rule = |rule: Condition| RuleRow {
        kind: rule.kind,
        opt: if is_only { "null" } else { rule.join.as_str() },
        part: rule.part,
        val: rule.value,
    };
    let act = |act: Act| ActRow { action: act.action, dest: act.dest };
    FilterRow {
        actions: filter.acts.into_iter().map(act).collect(),
        enabled: filter.enabled,
        filtername: filter.name,
        rules: filter.conditions.into_iter().map(rule).collect(),
    }
}

/// The account's domains, the main one first; or only the one that is named.
pub fn domains(
    tx: &dyn Tx,
    account: &Account,
    domain: Option<&DomainName>,
) -> Result<Vec<MailDomainRecord>> {
    if let Some(domain) = domain {
        return Ok(vec![super::domains::own(tx, account, "domain", domain)?]);
    }
    let mut all = super::domains::of(tx, account.name())?;
    let main = &account.record().domain;
    all.sort_by_key(|record| record.domain != *main);
    Ok(all)
}
