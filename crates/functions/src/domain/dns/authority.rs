//! Who answers for a domain with authority.

use api::{Cx, DomainName, Flag, Output, Result, zone::absolute_owner};

use super::access;
use crate::domain::zones;

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

/// Who answers for a domain. Below the zone's own name, the nameservers of a zone that is cut out there answer.
pub fn of(cx: &Cx<'_>, domain: DomainName) -> Result<Authority> {
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
