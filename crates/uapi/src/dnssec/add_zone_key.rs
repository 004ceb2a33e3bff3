//! `DNSSEC::add_zone_key`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The algo number.
    pub algo_num: AlgoNum,
    /// The domain.
    pub domain: DomainName,
    /// The key type.
    pub key_type: KeyType,
    /// The active flag: 0 or 1.
    #[param(default = 1)]
    pub active: Flag,
    /// The key size.
    pub key_size: Option<i64>,
}

/// What `algo_num` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AlgoNum {
    /// `5`.
    #[word("5")]
    Number5,
    /// `6`.
    #[word("6")]
    Number6,
    /// `7`.
    #[word("7")]
    Number7,
    /// `8`.
    #[word("8")]
    Number8,
    /// `10`.
    #[word("10")]
    Number10,
    /// `13`.
    #[word("13")]
    Number13,
    /// `14`.
    #[word("14")]
    Number14,
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

/// What `add_zone_key` answers.
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
pub struct AddZoneKey;

impl Function for AddZoneKey {
    const NAME: &'static str = "add_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
