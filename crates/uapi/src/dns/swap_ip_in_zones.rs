//! `DNS::swap_ip_in_zones`

use std::net::IpAddr;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Replace an IPv4 address in the zones of given domains.
#[derive(Input)]
pub struct Params {
    /// The dest IP address.
    pub dest_ip: IpAddr,
    /// Repeat it, or number it (domain, domain-1, domain-2 or domain-0, ...), for several.
    pub domain: DomainName,
    /// Default: found by itself: the A record of the zone root unless loopback, else the first A
    /// record that is not loopback; none: the zone is left alone.
    pub source_ip: Option<IpAddr>,
    /// New address of ftp records; default `dest_ip`.
    pub ftp_ip: Option<IpAddr>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The zone name.
    pub zone_name: String,
    /// The record name.
    pub record_name: String,
    /// The record type.
    pub record_type: String,
    /// The old value.
    pub old_value: String,
    /// The new value.
    pub new_value: String,
}

/// See [`Params`].
pub struct SwapIpInZones;

impl Function for SwapIpInZones {
    const NAME: &'static str = "swap_ip_in_zones";
    const NEEDS: Needs = Needs::Features(&["zoneedit", "simplezoneedit"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
