using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfluenceBoard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A text is found by its number. Those that stand are numbered anew at the next start: they were made by earlier rules.
            migrationBuilder.DropIndex(
                name: "IX_SearchTexts_Kind_RecordId_KnownTo",
                table: "SearchTexts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_SearchTexts_Kind_RecordId_KnownTo",
                table: "SearchTexts",
                columns: new[] { "Kind", "RecordId", "KnownTo" });
        }
    }
}
