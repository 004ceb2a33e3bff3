//! `cPAddons::get_instance_settings`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `cPAddons::get_instance_settings`.
#[derive(Input)]
pub struct Params {
    /// The unique ID.
    pub unique_id: String,
}

/// What `get_instance_settings` answers.
#[derive(Output)]
pub struct Reply {
    /// The addon.
    pub addon: String,
    /// The admin user.
    pub admin_user: String,
    /// The autoupdate flag: 0 or 1.
    pub autoupdate: Flag,
    /// The database name.
    pub db_name: String,
    /// The database type.
    pub db_type: DbType,
    /// The database user.
    pub db_user: String,
    /// The domain.
    pub domain: String,
    /// The installdir.
    pub installdir: String,
    /// The URL to install.
    pub url_to_install: String,
}

/// What `db_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DbType {
    /// `mysql`.
    #[word("mysql")]
    Mysql,
    /// `postgre`.
    #[word("postgre")]
    Postgre,
}

/// See [`Params`].
pub struct GetInstanceSettings;

impl Function for GetInstanceSettings {
    const NAME: &'static str = "get_instance_settings";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
