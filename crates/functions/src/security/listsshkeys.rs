//! `listsshkeys`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Lists root's SSH keys.
#[derive(Input)]
pub struct Params {
    /// Only keys with this file name.
    pub files: Option<String>,
    /// 1: private keys only.
    #[param(default = 1)]
    pub private: Flag,
    /// 1: with the text of private keys.
    #[param(default = 1)]
    pub private_texts: Flag,
    /// 1: public keys only.
    pub public: Option<Flag>,
    /// 1: with the text of public keys.
    #[param(default = 0)]
    pub public_texts: Flag,
    /// 1: synchronize the authorized keys first.
    #[param(default = 0)]
    pub sync_authorized: Flag,
}

/// What `listsshkeys` answers.
#[derive(Output)]
pub struct Reply {
    /// The keys.
    pub keys: Vec<Key>,
}

/// One item of `keys`.
#[derive(Output)]
pub struct Key {
    /// The authorized flag: 0 or 1.
    pub authorized: Flag,
    /// The comment.
    pub comment: String,
    /// Ctime, as a Unix time.
    pub ctime: UnixTime,
    /// The file.
    pub file: String,
    /// Mtime, as a Unix time.
    pub mtime: UnixTime,
    /// The private flag: 0 or 1.
    pub private: Flag,
    /// The text.
    #[param(absent)]
    pub text: Option<String>,
}

/// See [`Params`].
pub struct Listsshkeys;

impl Function for Listsshkeys {
    const NAME: &'static str = "listsshkeys";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
