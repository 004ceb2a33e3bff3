//! Looking up names: those of our own zones there, all others beyond.

use std::{net::IpAddr, sync::Arc};

use api::{
    DomainName, Error, Result,
    ports::{Asking, Dns as _, Faults, Resolver},
};
use hickory_proto::rr::{LowerName, Name, RData, RecordType};

use super::{answer::answer, content::Content};
use crate::{
    embedded::Machine,
    system::{mail_hosts, names},
};

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

    /// The zone here that a name is in; none while the machine serves no zones.
    fn zone_of(&self, name: &DomainName) -> Result<Option<Content>> {
        if !self.machine.serves()? {
            return Ok(None);
        }
        for above in std::iter::successors(Some(name.clone()), DomainName::parent) {
            if let Some(zone) = self.machine.find_zone(above.as_str())? {
                return Content::new(&zone).map(Some).map_err(Error::internal);
            }
        }
        Ok(None)
    }
}

impl Resolver for ZonesFirst {
    fn addresses(&self, name: &DomainName, asking: &Asking) -> Result<Vec<IpAddr>> {
        let Some(content) = self.zone_of(name)? else {
            return self.beyond.addresses(name, asking);
        };
        let mut found = Vec::new();
        for kind in [RecordType::A, RecordType::AAAA] {
            match content.told(name, kind)? {
                Told::Here(data) => found.extend(data.iter().filter_map(RData::ip_addr)),
                Told::Beyond(Some(alias)) => return self.beyond.addresses(&alias, asking),
                Told::Beyond(None) => return Ok(found),
            }
        }
        Ok(found)
    }

    fn mail_hosts(&self, name: &DomainName, asking: &Asking) -> Result<Vec<(u16, String)>> {
        let Some(content) = self.zone_of(name)? else {
            return self.beyond.mail_hosts(name, asking);
        };
        match content.told(name, RecordType::MX)? {
            Told::Here(data) => Ok(mail_hosts(&mut data.iter())),
            Told::Beyond(Some(alias)) => self.beyond.mail_hosts(&alias, asking),
            Told::Beyond(None) => Ok(Vec::new()),
        }
    }

    fn names(&self, address: IpAddr, asking: &Asking) -> Result<Vec<String>> {
        let name = Name::from(address).to_ascii().parse().map_err(wrong)?;
        let Some(content) = self.zone_of(&name)? else {
            return self.beyond.names(address, asking);
        };
        match content.told(&name, RecordType::PTR)? {
            Told::Here(data) => Ok(names(&mut data.iter())),
            // A part of the network that has its zone elsewhere.
            Told::Beyond(_) => self.beyond.names(address, asking),
        }
    }

    fn faults(&self, servers: &[IpAddr]) -> Result<Faults> {
        self.beyond.faults(servers)
    }
}

/// What a zone tells.
enum Told {
    /// Its records, aliases within it followed.
    Here(Vec<RData>),
    /// That others know, of this name; of none where it is one that nobody can have.
    Beyond(Option<DomainName>),
}

impl Content {
    fn told(&self, name: &DomainName, kind: RecordType) -> Result<Told> {
        let asked = Name::from_ascii(format!("{name}.")).map_err(Error::internal)?;
        let answer = answer(self, &asked, kind, None);
        let mut last = asked;
        let mut data = Vec::new();
        for record in answer.answers {
            match record.data {
                RData::CNAME(alias) => last = alias.0,
                other => data.push(other),
            }
        }
        let outside = !self.apex.zone_of(&LowerName::new(&last));
        Ok(if !answer.authoritative || outside {
            Told::Beyond(last.to_ascii().parse().ok())
        } else {
            Told::Here(data)
        })
    }
}

fn wrong(problem: String) -> Error {
    Error::internal(problem)
}

#[cfg(test)]
mod tests {
    use api::ports::{Asking, Dns as _};

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
            let found =
                host.resolver.addresses(&name.parse().unwrap(), &Asking::default()).unwrap();
            found.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(found("own.test"), ["192.0.2.1", "2001:db8::1"]);
        assert_eq!(found("www.own.test"), ["192.0.2.1", "2001:db8::1"]);
        assert_eq!(found("away.own.test"), ["192.0.2.53", "2001:db8::53"]);
        assert_eq!(found("ns1.host.test"), ["192.0.2.53", "2001:db8::53"]);
        assert!(found("none.own.test").is_empty() && found("sub.own.test").is_empty());
        assert!(
            host.resolver.addresses(&"silent.test".parse().unwrap(), &Asking::default()).is_err()
        );
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
        let found = |name: &str| {
            host.resolver.mail_hosts(&name.parse().unwrap(), &Asking::default()).unwrap()
        };
        let both = [(10, "first.host.test".to_owned()), (20, "second.own.test".to_owned())];
        assert_eq!(found("own.test"), both);
        assert_eq!(found("www.own.test"), both);
        assert_eq!(found("away.own.test"), [(5, "mx.host.test".to_owned())]);
        assert!(found("bare.own.test").is_empty() && found("none.own.test").is_empty());
    }
    #[test]
    fn addresses_lead_back_to_names_while_zones_are_served() {
        let (host, machine, _) = testing::host();
        let lines = [("", "NS", "ns1.host.test."), ("10", "PTR", "Mail.Own.test.")];
        machine.apply(&super::super::tests::zone("2.0.192.in-addr.arpa", &lines)).unwrap();
        let found =
            |ip: &str| host.resolver.names(ip.parse().unwrap(), &Asking::default()).unwrap();
        assert_eq!(found("192.0.2.10"), ["mail.own.test"]);
        assert!(found("192.0.2.11").is_empty());
        assert_eq!(found("198.51.100.1"), ["host-1.beyond.test"]);
        machine.set_serving(false).unwrap();
        assert!(found("192.0.2.10").is_empty(), "nobody beyond knows it");
    }
}
