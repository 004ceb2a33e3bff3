//! `read_cpgreylist_trusted_hosts`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the Greylisting trusted hosts.
#[derive(Input)]
pub struct Params;

/// What `read_cpgreylist_trusted_hosts` answers.
#[derive(Output)]
pub struct Reply {
    /// The greylist trusted hosts.
    pub greylist_trusted_hosts: Vec<GreylistTrustedHost>,
}

/// One item of `greylist_trusted_hosts`.
#[derive(Output)]
pub struct GreylistTrustedHost {
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
pub struct ReadCpgreylistTrustedHosts;

impl Function for ReadCpgreylistTrustedHosts {
    const NAME: &'static str = "read_cpgreylist_trusted_hosts";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
