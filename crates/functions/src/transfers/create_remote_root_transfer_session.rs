//! `create_remote_root_transfer_session`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// Create a transfer session with root rights on the remote server.
#[derive(Input)]
pub struct Params {
    /// Host name or IPv4.
    pub host: String,
    /// Login on the remote server.
    pub user: String,
    /// Whostmgr: WHM port, TLS checked; `whostmgr_insecure`: TLS not checked; marked required yet
    /// with a default.
    pub comm_transport: CommTransport,
    /// The compressed flag: 0 or 1.
    pub compressed: Flag,
    /// The copy reseller privs flag: 0 or 1.
    pub copy_reseller_privs: Flag,
    /// The enable custom pkgacct flag: 0 or 1.
    pub enable_custom_pkgacct: Flag,
    /// The low priority flag: 0 or 1.
    pub low_priority: Flag,
    /// The restore threads: at least 1.
    pub restore_threads: i64,
    /// The transfer threads: at least 1.
    pub transfer_threads: i64,
    /// 1: no SSL.
    pub unencrypted: Flag,
    /// 1: skip the restricted restore; must be 0 if an item is to use force.
    pub unrestricted_restore: Flag,
    /// 1: use a backup younger than 24 hours.
    pub use_backups: Flag,
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

/// What `comm_transport` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CommTransport {
    /// `ssh`.
    #[word("ssh")]
    Ssh,
    /// `whostmgr`.
    #[word("whostmgr")]
    Whostmgr,
    /// `whostmgr_insecure`.
    #[word("whostmgr_insecure")]
    WhostmgrInsecure,
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

/// What `create_remote_root_transfer_session` answers.
#[derive(Output)]
pub struct Reply {
    /// The analyze rawout.
    pub analyze_rawout: String,
    /// The create rawout.
    pub create_rawout: String,
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// See [`Params`].
pub struct CreateRemoteRootTransferSession;

impl Function for CreateRemoteRootTransferSession {
    const NAME: &'static str = "create_remote_root_transfer_session";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
