//! `transfer_module_schema`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the keys that a transfer module takes.
#[derive(Input)]
pub struct Params {
    /// `FeaturesListRemoteRoot` is `FeatureListRemoteRoot` elsewhere; accept both.
    pub module: Module,
}

/// What `module` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Module {
    /// `AccountLocal`.
    #[word("AccountLocal")]
    AccountLocal,
    /// `AccountRemoteRoot`.
    #[word("AccountRemoteRoot")]
    AccountRemoteRoot,
    /// `AccountRemoteUser`.
    #[word("AccountRemoteUser")]
    AccountRemoteUser,
    /// `FeaturesListRemoteRoot`.
    #[word("FeaturesListRemoteRoot")]
    FeaturesListRemoteRoot,
    /// `LegacyAccountBackup`.
    #[word("LegacyAccountBackup")]
    LegacyAccountBackup,
    /// `PackageRemoteRoot`.
    #[word("PackageRemoteRoot")]
    PackageRemoteRoot,
}

/// What `transfer_module_schema` answers.
#[derive(Output)]
pub struct Reply {
    /// The schema.
    pub schema: Schema,
}

/// The schema.
#[derive(Output)]
pub struct Schema {
    /// The keys.
    pub keys: BTreeMap<String, Key>,
    /// The primary.
    pub primary: Vec<String>,
    /// The required.
    pub required: Vec<String>,
}

/// One item of `keys`.
#[derive(Output)]
pub struct Key {
    /// The def.
    pub def: String,
}

/// See [`Params`].
pub struct TransferModuleSchema;

impl Function for TransferModuleSchema {
    const NAME: &'static str = "transfer_module_schema";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
