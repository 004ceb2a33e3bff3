//! `DNSSEC::fetch_ds_records`

use api::{
    Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `fetch_ds_records` answers.
#[derive(Output)]
pub struct Reply {
    /// The additional properties.
    #[param(name = "additionalProperties")]
    pub additional_properties: AdditionalPropertiesPart,
}

/// The additional properties.
#[derive(Output)]
pub struct AdditionalPropertiesPart {
    /// The keys.
    pub keys: Keys,
    /// The nsec details.
    pub nsec_details: NsecDetails,
}

/// The keys.
#[derive(Output)]
pub struct Keys {
    /// The additional properties.
    #[param(name = "additionalProperties")]
    pub additional_properties: AdditionalProperties,
}

/// The additional properties.
#[derive(Output)]
pub struct AdditionalProperties {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The algo description.
    pub algo_desc: String,
    /// The algo number.
    pub algo_num: i64,
    /// The algo tag.
    pub algo_tag: String,
    /// The bits.
    pub bits: i64,
    /// Created, as a Unix time.
    pub created: UnixTime,
    /// The digests.
    pub digests: Vec<Digest>,
    /// The flags.
    pub flags: i64,
    /// The key ID.
    pub key_id: i64,
    /// The key tag.
    pub key_tag: i64,
    /// The key type.
    pub key_type: KeyType,
    /// The privatekey.
    pub privatekey: String,
}

/// One item of `digests`.
#[derive(Output)]
pub struct Digest {
    /// The algo description.
    pub algo_desc: String,
    /// The algo number.
    pub algo_num: i64,
    /// The digest.
    pub digest: String,
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

/// The nsec details.
#[derive(Output)]
pub struct NsecDetails {
    /// The nsec3 hash algo description.
    pub nsec3_hash_algo_desc: String,
    /// The nsec3 hash algo number.
    pub nsec3_hash_algo_num: i64,
    /// The nsec3 iterations.
    pub nsec3_iterations: i64,
    /// The nsec3 narrow flag: 0 or 1.
    pub nsec3_narrow: Flag,
    /// The nsec3 opt out flag: 0 or 1.
    pub nsec3_opt_out: Flag,
    /// The nsec3 salt.
    pub nsec3_salt: String,
    /// The nsec version.
    pub nsec_version: NsecVersion,
}

/// What `nsec_version` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum NsecVersion {
    /// `NSEC`.
    #[word("NSEC")]
    Nsec,
    /// `NSEC3`.
    #[word("NSEC3")]
    Nsec3,
}

/// See [`Params`].
pub struct FetchDsRecords;

impl Function for FetchDsRecords {
    const NAME: &'static str = "fetch_ds_records";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
