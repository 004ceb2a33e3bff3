//! `has_local_authority`

use api::{
    Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, zone::absolute_owner,
};

use crate::domain::{dns::access, zones};

/// Tells whether this server answers for given domains with authority.
#[derive(Debug, Input)]
pub struct Params {
    /// The domains; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `has_local_authority` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item a domain, in the order asked.
    pub records: Vec<Authority>,
}

/// Who answers for a domain.
#[derive(Debug, Output)]
pub struct Authority {
    /// The domain.
    pub domain: DomainName,
    /// Whether this server does.
    pub local_authority: Flag,
    /// The nameservers of the zone that holds it, where that is here.
    pub nameservers: Vec<String>,
    /// The zone that holds it, where that is here.
    pub zone: Option<DomainName>,
}

/// See [`Params`].
pub struct HasLocalAuthority;

impl Function for HasLocalAuthority {
    const NAME: &'static str = "has_local_authority";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig, Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let records = params.domain.into_iter().map(|domain| authority(cx, domain));
        Ok(Reply { records: records.collect::<Result<_>>()? })
    }
}

/// Below the zone's own name, the nameservers of a zone that is cut out there answer.
fn authority(cx: &Cx<'_>, domain: DomainName) -> Result<Authority> {
    let tx = cx.host.store.read()?;
    let zone = match access::holding(&*tx, &domain)? {
        Some(start) => zones::find(&*tx, &start.name)?,
        None => None,
    };
    let Some(zone) = zone else {
        return Ok(Authority {
            domain,
            local_authority: Flag(false),
            nameservers: Vec::new(),
            zone: None,
        });
    };
    let servers = zone.lines.iter().filter(|line| line.kind == "NS");
    let full = format!("{domain}.");
    let at = |owner: &str| {
        let owner = absolute_owner(owner, zone.name());
        full == owner || full.ends_with(&format!(".{owner}"))
    };
    let cut = servers.clone().filter(|line| at(&line.name)).map(|line| &line.name);
    let cut = cut.max_by_key(|name| name.len()).cloned().unwrap_or_default();
    let nameservers = servers.filter(|line| line.name == cut);
    Ok(Authority {
        local_authority: Flag(cut.is_empty()),
        nameservers: nameservers.map(|line| line.value.trim_end_matches('.').to_owned()).collect(),
        zone: Some(zone.soa.name),
        domain,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn the_lowest_zone_here_answers_unless_it_is_cut() {
        let world = World::new().account("anna", "root");
        let form =
            [("domain", "anna.test"), ("type", "NS"), ("name", "cut"), ("nsdname", "ns.host.test")];
        world.call("root", "addzonerecord", &form).unwrap();
        let form =
            [("domain", "anna.test"), ("domain-1", "a.cut.anna.test"), ("domain-2", "other.test")];
        let told = world.data("root", "has_local_authority", &form);
        assert_eq!(
            told,
            json!({"records": [
                {"domain": "anna.test", "local_authority": 1, "nameservers": ["ns1.example.test", "ns2.example.test"], "zone": "anna.test"},
                {"domain": "a.cut.anna.test", "local_authority": 0, "nameservers": ["ns.host.test"], "zone": "anna.test"},
                {"domain": "other.test", "local_authority": 0, "nameservers": [], "zone": null},
            ]})
        );
        let said = world.refusal("root", "has_local_authority", &[("domain", "a b")]);
        assert!(said.starts_with("domain: "), "{said}");
    }
}
