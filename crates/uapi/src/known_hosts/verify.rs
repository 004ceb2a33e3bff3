//! `KnownHosts::verify`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `KnownHosts::verify`.
#[derive(Input)]
pub struct Params {
    /// The host name.
    pub host_name: String,
    /// The port.
    #[param(default = 22)]
    pub port: i64,
}

/// What `verify` answers.
#[derive(Output)]
pub struct Reply {
    /// The errors.
    pub errors: Vec<String>,
    /// The failure type.
    pub failure_type: FailureType,
    /// The host.
    pub host: Vec<Host>,
    /// The status flag: 0 or 1.
    pub status: Flag,
}

/// What `failure_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum FailureType {
    /// `new`.
    #[word("new")]
    New,
    /// `changed`.
    #[word("changed")]
    Changed,
}

/// One item of `host`.
#[derive(Output)]
pub struct Host {
    /// The host.
    pub host: String,
    /// The key.
    pub key: String,
    /// The line.
    pub line: String,
    /// The meta.
    pub meta: Meta,
}

/// The meta.
#[derive(Output)]
pub struct Meta {
    /// The algorithm.
    pub algorithm: String,
    /// The body.
    pub body: String,
    /// The md5.
    pub md5: String,
    /// The md5 printable.
    #[param(name = "md5-printable")]
    pub md5_printable: String,
    /// The sha256.
    pub sha256: String,
    /// The sha256 printable.
    #[param(name = "sha256-printable")]
    pub sha256_printable: String,
}

/// See [`Params`].
pub struct Verify;

impl Function for Verify {
    const NAME: &'static str = "verify";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
