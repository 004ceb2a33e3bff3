//! Looking up names: those of our own zones there, all others beyond.

use std::{net::IpAddr, sync::Arc};

use api::{DomainName, Error, Result, ports::Resolver};
use hickory_proto::rr::{LowerName, Name, RData, RecordType};

use super::{answer::answer, content::Content};
use crate::embedded::Machine;

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
}
