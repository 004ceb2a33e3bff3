//! `delete_cpgreylist_trusted_host`

use std::collections::BTreeMap;

use api::{AddressRange, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Removes addresses from the Greylisting trusted hosts.
#[derive(Input)]
pub struct Params {
    /// Address or range (CIDR, IPv4 or IPv6). One or several.
    #[param(family)]
    pub ip: Vec<AddressRange>,
}

/// What `delete_cpgreylist_trusted_host` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP addresses failed.
    pub ips_failed: BTreeMap<String, String>,
    /// The IP addresses removed.
    pub ips_removed: Vec<String>,
}

/// See [`Params`].
pub struct DeleteCpgreylistTrustedHost;

impl Function for DeleteCpgreylistTrustedHost {
    const NAME: &'static str = "delete_cpgreylist_trusted_host";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
