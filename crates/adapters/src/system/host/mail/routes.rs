//! What Exim looks up of a domain: what becomes of mail for its addresses, and which of them may send.

use api::{
    EmailAddress, Result,
    mail::{Destination, MailDomain},
    records::{MailDomainRecord, Outgoing, Routing},
};

use super::{
    answers, filters,
    lookup::{Lookup, address, encoded, leads_to, own},
};

/// The file of a domain.
pub(super) fn render(domain: &MailDomain) -> Result<Vec<u8>> {
    let mut file = Lookup::default();
    file.put("account", domain.record.account.as_str());
    file.put("state", state(domain));
    if !domain.record.relay_host.is_empty() {
        file.put("relay", relay(&domain.record.relay_host));
    }
    for mailbox in &domain.mailboxes {
        let kind = if mailbox.incoming_suspended.0 { "refuse" } else { "mailbox" };
        file.put_of(kind, &mailbox.address, "yes")?;
        if mailbox.outgoing != Outgoing::Allowed {
            file.put_of("outgoing", &mailbox.address, mailbox.outgoing.as_str())?;
        }
        if let Some(filter) = filters::render(&domain.filters, mailbox)? {
            file.put_of("filter", &mailbox.address, encoded(&filter))?;
        }
    }
    forwarders(&mut file, domain)?;
    for list in &domain.lists {
        file.put_of("list", &list.address, "yes")?;
    }
    for answer in &domain.autoresponders {
        answers::put(&mut file, answer)?;
    }
    otherwise(&mut file, &domain.record)?;
    Ok(file.finish())
}

/// The file of the domain's account.
pub(super) fn render_sender(domain: &MailDomain) -> Vec<u8> {
    let mut file = Lookup::default();
    let outgoing = if domain.suspended { Outgoing::Suspended } else { domain.outgoing };
    file.put("outgoing", outgoing.as_str());
    if let Some(hourly) = domain.hourly.0 {
        file.put("hourly", hourly.to_string());
    }
    if domain.suspended {
        file.put("suspended", "yes");
    }
    file.finish()
}

fn state(domain: &MailDomain) -> &'static str {
    match domain.record.routing {
        _ if domain.suspended => "suspended",
        _ if !domain.record.relay_host.is_empty() => "relay",
        Routing::Remote => "remote",
        Routing::Auto | Routing::Local | Routing::Secondary => "local",
    }
}

/// A host in a list of hosts, whose colons are doubled. What is neither a name nor an address is none.
fn relay(host: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:".contains(c);
    if host.chars().all(plain) { host.replace(':', "::") } else { "ignored.invalid".to_owned() }
}

/// The forwarders of an address together: where they lead, and else what becomes of its mail.
fn forwarders(file: &mut Lookup, domain: &MailDomain) -> Result<()> {
    let mut all: Vec<_> = domain.forwarders.iter().collect();
    all.sort_by(|one, other| one.address.cmp(&other.address));
    for mine in all.chunk_by(|one, other| one.address == other.address) {
        let Some(first) = mine.first() else { continue };
        let parsed: Vec<Destination> =
            mine.iter().filter_map(|one| one.destination.parse().ok()).collect();
        let mut leads = Vec::new();
        for destination in &parsed {
            leads.extend(leads_to(destination)?);
            end(file, &first.address, destination)?;
        }
        if !leads.is_empty() {
            file.put_of("forward", &first.address, leads.join(", "))?;
        }
    }
    Ok(())
}

fn end(file: &mut Lookup, address: &EmailAddress, destination: &Destination) -> Result<()> {
    match destination {
        Destination::Fail(text) => file.put_of("fail", address, refusal(text)),
        Destination::Discard => file.put_of("discard", address, "yes"),
        Destination::Program(_) => file.put_of("program", address, "yes"),
        Destination::Address(_) | Destination::Account(_) => Ok(()),
    }
}

/// What becomes of mail for an address that is not there.
fn otherwise(file: &mut Lookup, record: &MailDomainRecord) -> Result<()> {
    if let Some(other) = &record.forwards_to {
        file.put("other-domain", other.as_str());
        return Ok(());
    }
    if record.catch_all.is_empty() {
        file.put("default-forward", own(&record.account));
        return Ok(());
    }
    match record.catch_all.parse() {
        Ok(Destination::Address(to)) => file.put("default-forward", address(&to)?),
        Ok(Destination::Account(account)) => file.put("default-forward", own(&account)),
        Ok(Destination::Fail(text)) => file.put("default-fail", refusal(&text)),
        Ok(Destination::Discard) => file.put("default-discard", "yes"),
        Ok(Destination::Program(_)) => file.put("default-program", "yes"),
        Err(_) => file.put("default-fail", "The default address cannot be used"),
    }
    Ok(())
}

fn refusal(text: &str) -> &str {
    if text.is_empty() { "There is no such address" } else { text }
}

#[cfg(test)]
mod tests {
    use api::{
        Limit,
        records::{Forwarder, MailingList},
    };

    use super::*;
    use crate::system::host::mail::{
        lookup::tests::read,
        samples::{domain, mailbox},
    };

    fn value(file: &[u8], key: &str) -> Option<String> {
        read(file).into_iter().find(|(one, _)| one == key).map(|(_, value)| value)
    }

    fn forwarder(from: &str, to: &str) -> Forwarder {
        Forwarder {
            address: from.parse().unwrap(),
            destination: to.to_owned(),
            domain: "a.test".parse().unwrap(),
            account: "amy".parse().unwrap(),
        }
    }

    #[test]
    fn addresses_say_what_becomes_of_their_mail() {
        let mut full = mailbox("full");
        full.incoming_suspended = true.into();
        full.outgoing = Outgoing::Held;
        let mut domain = domain(vec![mailbox("info"), full]);
        domain.forwarders = vec![
            forwarder("sales@a.test", "|x@b.test"),
            forwarder("info@a.test", "|x@b.test".trim_start_matches('|')),
            forwarder("info@a.test", "bob"),
            forwarder("no@a.test", ":fail: Gone, away: ${run{x}}"),
            forwarder("pipe@a.test", "|/bin/sh -c x"),
            forwarder("null@a.test", ":blackhole:"),
        ];
        domain.lists = vec![MailingList {
            address: "news@a.test".parse().unwrap(),
            domain: "a.test".parse().unwrap(),
            account: "amy".parse().unwrap(),
            password: String::new(),
            once: String::new(),
            advertised: false.into(),
            archive_private: false.into(),
            subscribe_policy: 1,
        }];
        let file = render(&domain).unwrap();
        for (key, is) in [
            ("account", "amy"),
            ("state", "local"),
            ("mailbox info", "yes"),
            ("refuse full", "yes"),
            ("outgoing full", "held"),
            ("forward info", "x@b.test, bob@localhost"),
            ("fail no", "Gone, away: ${run{x}}"),
            ("program pipe", "yes"),
            ("program sales", "yes"),
            ("discard null", "yes"),
            ("list news", "yes"),
            ("default-forward", "amy@localhost"),
        ] {
            assert_eq!(value(&file, key).as_deref(), Some(is), "{key}");
        }
        assert_eq!(value(&file, "forward pipe"), None, "a program is nothing that mail is sent to");
    }

    #[test]
    fn what_is_not_there_goes_where_the_domain_says() {
        let with = |catch_all: &str, other: Option<&str>| {
            let mut domain = domain(Vec::new());
            catch_all.clone_into(&mut domain.record.catch_all);
            domain.record.forwards_to = other.map(|name| name.parse().unwrap());
            render(&domain).unwrap()
        };
        assert_eq!(value(&with("x@b.test", None), "default-forward").unwrap(), "x@b.test");
        assert_eq!(
            value(&with(":fail:", None), "default-fail").unwrap(),
            "There is no such address"
        );
        assert_eq!(value(&with(":blackhole:", None), "default-discard").unwrap(), "yes");
        assert_eq!(value(&with("|/bin/x", None), "default-program").unwrap(), "yes");
        assert_eq!(value(&with("", Some("b.test")), "other-domain").unwrap(), "b.test");
    }

    #[test]
    fn a_domain_is_taken_here_elsewhere_or_not_now() {
        let mut domain = domain(Vec::new());
        domain.record.routing = Routing::Remote;
        assert_eq!(value(&render(&domain).unwrap(), "state").unwrap(), "remote");
        "2001:db8::1".clone_into(&mut domain.record.relay_host);
        let file = render(&domain).unwrap();
        assert_eq!(value(&file, "state").unwrap(), "relay");
        assert_eq!(value(&file, "relay").unwrap(), "2001::db8::::1");
        domain.suspended = true;
        assert_eq!(value(&render(&domain).unwrap(), "state").unwrap(), "suspended");
    }

    #[test]
    fn an_account_that_is_suspended_sends_nothing() {
        let mut domain = domain(Vec::new());
        domain.hourly = Limit::of(7);
        let file = render_sender(&domain);
        assert_eq!(
            read(&file),
            [("outgoing", "allowed"), ("hourly", "7")].map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
        domain.suspended = true;
        assert_eq!(value(&render_sender(&domain), "outgoing").unwrap(), "suspended");
        assert_eq!(value(&render_sender(&domain), "suspended").unwrap(), "yes");
    }
}
