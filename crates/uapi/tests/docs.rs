//! The reference pages in `docs/uapi/` and `docs/api2/`: a page a module, from the lists.

#[path = "../../functions/tests/generated/mod.rs"]
mod generated;
#[path = "../../functions/tests/pages/mod.rs"]
mod pages;

use generated::{Done, hold};
use pages::{index, page, slug};

#[test]
fn every_module_has_its_page() -> Done {
    for (folder, title, modules) in
        [("docs/uapi", "UAPI", uapi::MODULES), ("docs/api2", "cPanel API 2", uapi::api2::MODULES)]
    {
        for module in modules {
            hold(&format!("{folder}/{}.md", slug(module)), &page(module), "docs")?;
        }
        hold(&format!("{folder}/README.md"), &index(title, modules), "docs")?;
    }
    Ok(())
}
