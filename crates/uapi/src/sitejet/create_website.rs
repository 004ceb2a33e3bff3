//! `Sitejet::create_website`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, reply};

/// `Sitejet::create_website`.
#[derive(Input)]
pub struct Params {
    /// The company.
    pub company: String,
    /// The domain.
    pub domain: String,
    /// The assign to.
    #[param(name = "assignTo")]
    pub assign_to: Option<EmailAddress>,
    /// The city.
    pub city: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The email.
    pub email: Option<EmailAddress>,
    /// The firstname.
    pub firstname: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// The lastname.
    pub lastname: Option<String>,
    /// The metadata.
    pub metadata: Option<String>,
    /// The note.
    pub note: Option<String>,
    /// The phone.
    pub phone: Option<String>,
    /// The street.
    pub street: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The zip.
    pub zip: Option<String>,
}

/// What `create_website` answers.
#[derive(Output)]
pub struct Reply {
    /// The website ID.
    #[param(name = "websiteID")]
    pub website_id: i64,
}

/// See [`Params`].
pub struct CreateWebsite;

impl Function for CreateWebsite {
    const NAME: &'static str = "create_website";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
