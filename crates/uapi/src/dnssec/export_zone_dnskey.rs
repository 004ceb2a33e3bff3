//! `DNSSEC::export_zone_dnskey`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The key ID.
    pub key_id: i64,
}

/// What `export_zone_dnskey` answers.
#[derive(Output)]
pub struct Reply {
    /// The dnskey.
    pub dnskey: String,
    /// The key ID.
    pub key_id: i64,
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct ExportZoneDnskey;

impl Function for ExportZoneDnskey {
    const NAME: &'static str = "export_zone_dnskey";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
