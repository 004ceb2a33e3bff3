//! `create_cpgreylist_trusted_host`

use std::collections::BTreeMap;

use api::{AddressRange, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Adds addresses to the Greylisting trusted hosts.
#[derive(Input)]
pub struct Params {
    /// Address or range (CIDR, IPv4 or IPv6). One or several.
    #[param(family)]
    pub ip: Vec<AddressRange>,
    /// At most 255 characters.
    pub comment: Option<String>,
}

/// What `create_cpgreylist_trusted_host` answers.
#[derive(Output)]
pub struct Reply {
    /// The comment.
    pub comment: String,
    /// The IP addresses added.
    pub ips_added: Vec<IpsAdded>,
    /// The IP addresses failed.
    pub ips_failed: BTreeMap<String, String>,
}

/// One item of `ips_added`.
#[derive(Output)]
pub struct IpsAdded {
    /// The comment.
    pub comment: String,
    /// The create time.
    pub create_time: String,
    /// The host IP address.
    pub host_ip: String,
    /// The ID.
    pub id: i64,
}

/// See [`Params`].
pub struct CreateCpgreylistTrustedHost;

impl Function for CreateCpgreylistTrustedHost {
    const NAME: &'static str = "create_cpgreylist_trusted_host";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
