//! Looking up names: those of our own zones there, all others beyond.

use std::{net::IpAddr, sync::Arc};

use api::{DomainName, Error, Result, ports::Resolver};
use hickory_proto::rr::{LowerName, Name, RData, RecordType};

use super::{answer::answer, content::Content};
use crate::{embedded::Machine, system::mail_hosts};

/// The machine's own zones, and a resolver for names outside of them.
pub struct ZonesFirst {
    machine: Arc<Machine>,
    beyond: Arc<dyn Resolver>,
}

impl ZonesFirst {
    /// Looks up names in the machine's zones, and beyond them by that resolver.
    pub fn new(machine: Arc<Machine>, beyond: Arc<dyn Resolver>) -> Self {
        Self { machine, beyond }
    }

    fn zone_of(&self, name: &DomainName) -> Result<Option<Content>> {
        for above in std::iter::successors(Some(name.clone()), DomainName::parent) {
            if let Some(zone) = self.machine.find_zone(above.as_str())? {
                return Content::new(&zone).map(Some).map_err(Error::internal);
            }
        }
        Ok(None)
    }
}

impl Resolver for ZonesFirst {
    fn addresses(&self, name: &DomainName, servers: &[IpAddr]) -> Result<Vec<IpAddr>> {
        let Some(content) = self.zone_of(name)? else {
            return self.beyond.addresses(name, servers);
        };
        let asked = Name::from_ascii(format!("{name}.")).map_err(Error::internal)?;
        let mut found = Vec::new();
        for kind in [RecordType::A, RecordType::AAAA] {
            let answer = answer(&content, &asked, kind, None);
            let mut last = asked.clone();
            for record in &answer.answers {
                match &record.data {
                    RData::A(address) => found.push(address.0.into()),
                    RData::AAAA(address) => found.push(address.0.into()),
                    RData::CNAME(alias) => last = alias.0.clone(),
                    _ => {}
                }
            }
            let outside = !content.apex.zone_of(&LowerName::new(&last));
            if !answer.authoritative || outside {
                let Ok(last) = last.to_ascii().parse() else { return Ok(found) };
                return self.beyond.addresses(&last, servers);
            }
        }
        Ok(found)
    }

    fn mail_hosts(&self, name: &DomainName, servers: &[IpAddr]) -> Result<Vec<(u16, String)>> {
        let Some(content) = self.zone_of(name)? else {
            return self.beyond.mail_hosts(name, servers);
        };
        let asked = Name::from_ascii(format!("{name}.")).map_err(Error::internal)?;
        let answer = answer(&content, &asked, RecordType::MX, None);
        let mut aliases = answer.answers.iter().filter_map(|record| match &record.data {
            RData::CNAME(alias) => Some(alias.0.clone()),
            _ => None,
        });
        let last = aliases.next_back().unwrap_or(asked);
        if !answer.authoritative || !content.apex.zone_of(&LowerName::new(&last)) {
            let Ok(last) = last.to_ascii().parse() else { return Ok(Vec::new()) };
            return self.beyond.mail_hosts(&last, servers);
        }
        let mut data = answer.answers.iter().map(|record| &record.data);
        Ok(mail_hosts(&mut data))
    }
}

#[cfg(test)]
mod tests {
    use api::ports::Dns as _;

    use crate::embedded::testing;

    #[test]
    fn own_zones_are_asked_first_and_aliases_lead_beyond() {
        let (host, machine, _) = testing::host();
        let lines = [
            ("", "NS", "ns1.host.test."),
            ("", "A", "192.0.2.1"),
            ("", "AAAA", "2001:db8::1"),
            ("www", "CNAME", "@"),
            ("away", "CNAME", "ns1.host.test."),
            ("sub", "NS", "ns1.host.test."),
        ];
        machine.apply(&super::super::tests::zone("own.test", &lines)).unwrap();
        let found = |name: &str| {
            let found = host.resolver.addresses(&name.parse().unwrap(), &[]).unwrap();
            found.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(found("own.test"), ["192.0.2.1", "2001:db8::1"]);
        assert_eq!(found("www.own.test"), ["192.0.2.1", "2001:db8::1"]);
        assert_eq!(found("away.own.test"), ["192.0.2.53", "2001:db8::53"]);
        assert_eq!(found("ns1.host.test"), ["192.0.2.53", "2001:db8::53"]);
        assert!(found("none.own.test").is_empty() && found("sub.own.test").is_empty());
        assert!(host.resolver.addresses(&"silent.test".parse().unwrap(), &[]).is_err());
    }

    #[test]
    fn the_hosts_of_mail_are_found_the_same_way() {
        let (host, machine, _) = testing::host();
        let lines = [
            ("", "NS", "ns1.host.test."),
            ("", "MX", "20 second.own.test."),
            ("", "MX", "10 first.host.test."),
            ("www", "CNAME", "@"),
            ("away", "CNAME", "ns1.host.test."),
            ("bare", "A", "192.0.2.1"),
        ];
        machine.apply(&super::super::tests::zone("own.test", &lines)).unwrap();
        let found = |name: &str| host.resolver.mail_hosts(&name.parse().unwrap(), &[]).unwrap();
        let both = [(10, "first.host.test".to_owned()), (20, "second.own.test".to_owned())];
        assert_eq!(found("own.test"), both);
        assert_eq!(found("www.own.test"), both);
        assert_eq!(found("away.own.test"), [(5, "mx.host.test".to_owned())]);
        assert!(found("bare.own.test").is_empty() && found("none.own.test").is_empty());
    }
}
