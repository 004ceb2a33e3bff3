//! `DNSSEC::import_zone_key`

use api::{
    Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Secret, Word, reply,
};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The key data.
    pub key_data: Secret,
    /// The key type.
    pub key_type: KeyType,
}

/// What `key_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyType {
    /// `ksk`.
    #[word("ksk")]
    Ksk,
    /// `zsk`.
    #[word("zsk")]
    Zsk,
}

/// What `import_zone_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
    /// The error.
    pub error: String,
    /// The new key ID.
    pub new_key_id: String,
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct ImportZoneKey;

impl Function for ImportZoneKey {
    const NAME: &'static str = "import_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
