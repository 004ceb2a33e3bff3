//! `DNSSEC::enable_dnssec`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The active flag: 0 or 1.
    #[param(default = 1)]
    pub active: Flag,
    /// The algo number.
    #[param(default = 8)]
    pub algo_num: i64,
    /// The key setup.
    #[param(default = KeySetup::Classic)]
    pub key_setup: KeySetup,
    /// The nsec3 iterations.
    #[param(default = 7)]
    pub nsec3_iterations: i64,
    /// The nsec3 narrow flag: 0 or 1.
    #[param(default = 1)]
    pub nsec3_narrow: Flag,
    /// The nsec3 opt out flag: 0 or 1.
    #[param(default = 0)]
    pub nsec3_opt_out: Flag,
    /// The nsec3 salt.
    pub nsec3_salt: Option<String>,
    /// The use nsec3 flag: 0 or 1.
    #[param(default = 1)]
    pub use_nsec3: Flag,
}

/// What `key_setup` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeySetup {
    /// `simple`.
    #[word("simple")]
    Simple,
    /// `classic`.
    #[word("classic")]
    Classic,
}

/// What `enable_dnssec` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled.
    pub enabled: Enabled,
}

/// The enabled.
#[derive(Output)]
pub struct Enabled {
    /// The additional properties.
    #[param(name = "additionalProperties")]
    pub additional_properties: AdditionalProperties,
}

/// The additional properties.
#[derive(Output)]
pub struct AdditionalProperties {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The new key ID.
    pub new_key_id: i64,
    /// The nsec version.
    pub nsec_version: NsecVersion,
}

/// What `nsec_version` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum NsecVersion {
    /// `NSEC3`.
    #[word("NSEC3")]
    Nsec3,
    /// `NSEC`.
    #[word("NSEC")]
    Nsec,
}

/// See [`Params`].
pub struct EnableDnssec;

impl Function for EnableDnssec {
    const NAME: &'static str = "enable_dnssec";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
