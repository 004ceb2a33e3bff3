//! `Team::list_team`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `Team::list_team`.
#[derive(Input)]
pub struct Params {
    /// The format.
    pub format: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The contact email.
    #[param(name = "contact-email")]
    pub contact_email: String,
    /// Created, as a Unix time.
    pub created: UnixTime,
    /// Expire date, as a Unix time.
    pub expire_date: UnixTime,
    /// The expire reason.
    pub expire_reason: String,
    /// Lastlogin, as a Unix time.
    pub lastlogin: UnixTime,
    /// The locale.
    pub locale: String,
    /// The notes.
    pub notes: String,
    /// The password.
    pub password: String,
    /// The roles.
    pub roles: Vec<String>,
    /// The secondary contact email.
    #[param(name = "secondary-contact-email")]
    pub secondary_contact_email: String,
    /// The services.
    pub services: Services,
    /// Suspend date, as a Unix time.
    pub suspend_date: UnixTime,
    /// The suspend reason.
    pub suspend_reason: String,
    /// The username.
    pub username: String,
}

/// The services.
#[derive(Output)]
pub struct Services {
    /// The email.
    pub email: String,
    /// The FTP.
    pub ftp: i64,
    /// The webdisk.
    pub webdisk: String,
}

/// See [`Params`].
pub struct ListTeam;

impl Function for ListTeam {
    const NAME: &'static str = "list_team";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
