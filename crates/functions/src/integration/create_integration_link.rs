//! `create_integration_link`

use api::{
    Acl, Cx, Effect, Error, Flag, Function, Input, Needs, Result, Secret, Url, UserName,
    records::IntegrationLink,
};

use crate::domain::{
    change::{Change, OnFailure},
    integration,
};

/// Adds an integration link to a user's cPanel.
#[derive(Input)]
pub struct Params {
    /// Identifies the link; an existing one is replaced; underscores allowed.
    pub app: String,
    /// Usually billing, `customer_service`, support or upgrade.
    pub implements: String,
    /// The label.
    pub label: String,
    /// The subscriber unique ID.
    pub subscriber_unique_id: String,
    /// The token: sent to `autologin_token_url`.
    pub token: Secret,
    /// The user: cPanel account.
    pub user: UserName,
    /// This or url or both must be given.
    pub autologin_token_url: Option<Url>,
    /// Icon; default a puzzle piece.
    pub base64_png_image: Option<String>,
    /// The group: one that every account has, such as `files`, or one made for the account. Left
    /// out: the link goes to the user menu.
    pub group_id: Option<String>,
    /// 1: do not show.
    #[param(default = 0)]
    pub hide: Flag,
    /// Place within the group.
    pub order: Option<String>,
    /// Fallback when `autologin_token_url` is absent or does not answer.
    pub url: Option<Url>,
}

/// See [`Params`].
pub struct CreateIntegrationLink;

impl Function for CreateIntegrationLink {
    const NAME: &'static str = "create_integration_link";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = cx.account(change.tx(), &params.user)?;
        let link = link(cx, account.name().clone(), params)?;
        if !link.group_id.is_empty() {
            integration::check_group(change.tx(), &link.account, &link.group_id)?;
        }
        let links = integration::links(change.tx(), &link.account)?;
        if !links.iter().any(|other| other.app == link.app) {
            integration::check_count("app", links.len())?;
        }
        change.save(&link)?;
        change.commit(OnFailure::Undo)
    }
}

fn link(cx: &Cx<'_>, account: UserName, params: Params) -> Result<IntegrationLink> {
    integration::check_id("app", &params.app)?;
    integration::check_id("implements", &params.implements)?;
    integration::check_text("label", &params.label)?;
    integration::check_text("subscriber_unique_id", &params.subscriber_unique_id)?;
    let icon = params.base64_png_image.unwrap_or_default();
    integration::check_icon("base64_png_image", &icon)?;
    let token_url = params.autologin_token_url.unwrap_or_default().as_str().to_owned();
    let url = params.url.unwrap_or_default().as_str().to_owned();
    if token_url.is_empty() && url.is_empty() {
        return Err(Error::param("url", "give it or autologin_token_url."));
    }
    if params.token.reveal().is_empty() {
        return Err(Error::param("token", "must not be empty."));
    }
    let order = params.order.unwrap_or_default();
    let place = if order.is_empty() { Ok(0) } else { order.parse() };
    let place = place.map_err(|_| Error::param("order", "must be a whole number from 0."))?;
    Ok(IntegrationLink {
        account,
        app: params.app,
        implements: params.implements,
        label: params.label,
        subscriber: params.subscriber_unique_id,
        token: cx.host.vault.seal(integration::PURPOSE, &params.token)?,
        token_url,
        url,
        icon,
        group_id: params.group_id.unwrap_or_default(),
        hidden: params.hide,
        place,
    })
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    const LINK: [(&str, &str); 7] = [
        ("user", "alice"),
        ("app", "billing_app"),
        ("implements", "billing"),
        ("label", "Your bills"),
        ("subscriber_unique_id", "7788"),
        ("token", "Secret-of-two-servers"),
        ("url", "https://billing.example.net/"),
    ];

    #[test]
    fn a_link_is_there_but_for_its_token() {
        let world = World::new().account("alice", "root");
        world.call("root", "create_integration_link", &LINK).unwrap();
        let form = [("user", "alice"), ("app", "billing_app")];
        let data = world.data("root", "get_integration_link_user_config", &form);
        assert_eq!(
            data["userconfig"],
            json!({
                "app": "billing_app", "autologin_token_url": "", "base64_png_image": "",
                "implements": "billing", "label": "Your bills", "subscriber_unique_id": "7788",
                "url": "https://billing.example.net/", "user": "alice",
            })
        );
        let again = [&LINK[..], &[("group_id", "email"), ("order", "2"), ("hide", "1")]].concat();
        world.call("root", "create_integration_link", &again).unwrap();
        let data = world.data("root", "list_integration_links", &[("user", "alice")]);
        assert_eq!(data, json!({"links": [{"app": "billing_app"}]}));
    }

    #[test]
    fn a_link_follows_its_account_and_goes_with_it() {
        let world = World::new().account("alice", "root");
        world.call("root", "create_integration_link", &LINK).unwrap();
        world.call("root", "modifyacct", &[("user", "alice"), ("newuser", "anna")]).unwrap();
        let data = world.data("root", "list_integration_links", &[("user", "anna")]);
        assert_eq!(data["links"][0]["app"], "billing_app");
        world.call("root", "removeacct", &[("user", "anna")]).unwrap();
        let world = world.account("anna", "root");
        let data = world.data("root", "list_integration_links", &[("user", "anna")]);
        assert_eq!(data, json!({"links": []}));
    }

    #[test]
    fn what_is_no_link_is_refused() {
        let world =
            World::new().account("alice", "root").reseller("bob", &[Acl::CpanelIntegration]);
        for (name, text, said) in [
            ("app", "a/b", "app: must have 1 to 64 letters"),
            ("label", "", "label: must have 1 to 255 characters."),
            ("url", "", "url: give it or autologin_token_url."),
            ("url", "ftp://x", "url: “ftp://x” is not an http or https URL"),
            ("group_id", "x", "group_id: must be one of files, databases"),
            ("base64_png_image", "R0lGODlh", "base64_png_image: must be a PNG in Base64"),
            ("order", "first", "order: must be a whole number from 0."),
            ("token", "", "token: must not be empty."),
        ] {
            let mut form = LINK.to_vec();
            form.retain(|(known, _)| *known != name);
            form.push((name, text));
            let refusal = world.refusal("root", "create_integration_link", &form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        let said = world.refusal("bob", "create_integration_link", &LINK);
        assert_eq!(said, "There is no account “alice”.");
    }
}
