//! `DNSSEC::export_zone_key`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The key ID.
    pub key_id: i64,
}

/// What `export_zone_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
    /// The key content.
    pub key_content: String,
    /// The key ID.
    pub key_id: i64,
    /// The key tag.
    pub key_tag: i64,
    /// The key type.
    pub key_type: KeyType,
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// What `key_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyType {
    /// `CSK`.
    #[word("CSK")]
    Csk,
    /// `KSK`.
    #[word("KSK")]
    Ksk,
    /// `ZSK`.
    #[word("ZSK")]
    Zsk,
}

/// See [`Params`].
pub struct ExportZoneKey;

impl Function for ExportZoneKey {
    const NAME: &'static str = "export_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
