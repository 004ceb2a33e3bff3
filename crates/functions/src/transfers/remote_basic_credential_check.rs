//! `remote_basic_credential_check`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// Check SSH credentials on a remote server.
#[derive(Input)]
pub struct Params {
    /// Host name or IPv4.
    pub host: String,
    /// The user.
    pub user: String,
    /// Of user; not with an SSH key.
    pub password: Option<Secret>,
    /// SSH port, 1 to 65535.
    #[param(default = 22)]
    pub port: i64,
    /// When user is not root.
    pub root_escalation_method: Option<RootEscalationMethod>,
    /// The root password: with su.
    pub root_password: Option<Secret>,
    /// One of the SSH keys of root on this server; instead of password.
    pub sshkey_name: Option<String>,
    /// When the key is encrypted.
    pub sshkey_passphrase: Option<Secret>,
}

/// What `root_escalation_method` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum RootEscalationMethod {
    /// `su`.
    #[word("su")]
    Su,
    /// `sudo`.
    #[word("sudo")]
    Sudo,
}

/// What `remote_basic_credential_check` answers.
#[derive(Output)]
pub struct Reply {
    /// The output.
    pub output: String,
    /// The response.
    pub response: String,
}

/// See [`Params`].
pub struct RemoteBasicCredentialCheck;

impl Function for RemoteBasicCredentialCheck {
    const NAME: &'static str = "remote_basic_credential_check";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
