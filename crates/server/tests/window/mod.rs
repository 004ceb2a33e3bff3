//! A browser window of a test's own: headless Chromium, driven as a person would use it.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use fantoccini::{Client, ClientBuilder, Locator, elements::Element, error::CmdError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use tokio::runtime::{self, Runtime};
use x509_parser::pem::Pem;

/// How long a page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a window is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looks {
    /// Whether pages run their scripts.
    pub(crate) scripts: bool,
    /// Whether its screen is a phone's.
    pub(crate) phone: bool,
    /// Whether its owner likes it dark.
    pub(crate) dark: bool,
}

impl Looks {
    /// A wide and light window with scripts.
    pub(crate) const PLAIN: Self = Self { scripts: true, phone: false, dark: false };

    /// What Chromium is told. It trusts the certificate of the server under test and no other that
    /// nobody signed.
    fn options(self, certificate: &Path, profile: &TempDir) -> Value {
        let mut arguments = vec![
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--disable-sync".to_owned(),
            "--hide-scrollbars".to_owned(),
            "--no-first-run".to_owned(),
            "--window-size=1200,943".to_owned(),
            format!("--user-data-dir={}", profile.path().display()),
            format!("--ignore-certificate-errors-spki-list={}", key_digest(certificate)),
        ];
        if self.dark {
            arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
        }
        let mut options = json!({"args": arguments});
        if !self.scripts {
            let blocked = "profile.managed_default_content_settings.javascript";
            options["prefs"] = json!({blocked: 2});
        }
        if self.phone {
            let screen = json!({"width": 390, "height": 844, "pixelRatio": 2.0, "mobile": true});
            options["mobileEmulation"] = json!({"deviceMetrics": screen});
        }
        options
    }
}

/// The digest of the key of a server's certificate, as Chromium writes it.
fn key_digest(certificate: &Path) -> String {
    let pem = fs::read(certificate).unwrap();
    let pem = Pem::iter_from_buffer(&pem).next().unwrap().unwrap();
    let certificate = pem.parse_x509().unwrap();
    BASE64.encode(Sha256::digest(certificate.tbs_certificate.subject_pki.raw))
}

/// An open window. Its browser ends with it.
pub(crate) struct Window {
    runtime: Runtime,
    client: Client,
    driver: Child,
    /// The browser's own files; the last to go.
    _profile: TempDir,
}

impl Window {
    /// Opens one that trusts the server with this certificate.
    pub(crate) fn open(certificate: &Path, looks: Looks) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let (driver, address) = start_driver();
        let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let options = looks.options(certificate, &profile);
        let capabilities = json!({"browserName": "chrome", "goog:chromeOptions": options});
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connected = builder.capabilities(capabilities).connect(&address);
        let client = runtime.block_on(connected).unwrap();
        Self { runtime, client, driver, _profile: profile }
    }

    /// Goes to a URL.
    pub(crate) fn go(&self, url: &str) {
        self.runtime.block_on(self.client.goto(url)).unwrap();
    }

    /// Loads the page again.
    pub(crate) fn reload(&self) {
        self.runtime.block_on(self.client.refresh()).unwrap();
    }

    /// The path of where it is.
    pub(crate) fn path(&self) -> String {
        self.runtime.block_on(self.client.current_url()).unwrap().path().to_owned()
    }

    /// The query of where it is.
    pub(crate) fn query(&self) -> String {
        let url = self.runtime.block_on(self.client.current_url()).unwrap();
        url.query().unwrap_or_default().to_owned()
    }

    /// Waits until the path ends so.
    pub(crate) fn arrive(&self, end: &str) {
        self.until(&format!("at {end}"), || self.path().ends_with(end));
    }

    /// Waits until something is so.
    pub(crate) fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so() {
            assert!(
                Instant::now() < deadline,
                "not {what}, but at {}: {}",
                self.path(),
                self.said()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The text of the page.
    pub(crate) fn said(&self) -> String {
        self.text("body").unwrap_or_default()
    }

    /// The text of what a selector finds, where it finds something.
    pub(crate) fn text(&self, selector: &str) -> Option<String> {
        self.runtime.block_on(async {
            let found = self.client.find(Locator::Css(selector)).await.ok()?;
            found.text().await.ok()
        })
    }

    /// Clicks at it.
    pub(crate) fn click(&self, selector: &str) {
        self.with(selector, async |element: Element| element.click().await);
    }

    /// Types into it, in place of what is there.
    pub(crate) fn fill(&self, selector: &str, text: &str) {
        self.with(selector, async |element: Element| {
            element.clear().await?;
            element.send_keys(text).await
        });
    }

    /// Whether a box is checked.
    pub(crate) fn is_checked(&self, selector: &str) -> bool {
        self.with(selector, async |element: Element| element.is_selected().await)
    }

    /// Whether a control can be used.
    pub(crate) fn is_enabled(&self, selector: &str) -> bool {
        self.with(selector, async |element: Element| element.is_enabled().await)
    }

    /// How much wider than the screen the page is, in pixels. It needs scripts.
    pub(crate) fn overflow(&self) -> i64 {
        let measure =
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
        self.runtime.block_on(self.client.execute(measure, Vec::new())).unwrap().as_i64().unwrap()
    }

    /// The colour that an element has by its style: its red, green and blue.
    pub(crate) fn colour(&self, selector: &str, property: &str) -> [u32; 3] {
        let text = self.with(selector, async |element: Element| element.css_value(property).await);
        let parts = text
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|part| part.parse().ok());
        let parts: Vec<u32> = parts.collect();
        [parts[0], parts[1], parts[2]]
    }

    /// Makes it that large, and shows its page from the top.
    pub(crate) fn stretch(&self, width: u32, height: u32) {
        self.runtime.block_on(self.client.set_window_size(width, height)).unwrap();
        self.runtime.block_on(self.client.execute("scrollTo(0, 0)", Vec::new())).unwrap();
    }

    /// Keeps a picture of it in the folder `INNKEEPER_SCREENSHOTS`, where that is set.
    pub(crate) fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("INNKEEPER_SCREENSHOTS") {
            let picture = self.runtime.block_on(self.client.screenshot()).unwrap();
            fs::write(PathBuf::from(folder).join(format!("{name}.png")), picture).unwrap();
        }
    }

    fn with<T>(&self, selector: &str, act: impl AsyncFnOnce(Element) -> Result<T, CmdError>) -> T {
        let done = self.runtime.block_on(async {
            let found = self.client.wait().at_most(PATIENCE).every(Duration::from_millis(20));
            act(found.for_element(Locator::Css(selector)).await?).await
        });
        done.unwrap_or_else(|problem| {
            panic!("{selector} at {}: {problem}\n{}", self.path(), self.said())
        })
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A browser that is gone already needs no closing.
        drop(self.runtime.block_on(self.client.clone().close()));
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

/// Starts the driver on a free port; gives its URL. It ends with this thread at the latest.
fn start_driver() -> (Child, String) {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "chromedriver", "--port=0"]);
    let mut driver = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse::<u16>().ok()
    });
    // Somebody has to read on, so that the driver never waits for a reader.
    thread::spawn(move || lines.for_each(drop));
    let port = port.unwrap_or_else(|| panic!("chromedriver: install `chromium-driver`"));
    (driver, format!("http://127.0.0.1:{port}"))
}
