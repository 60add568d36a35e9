using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InfluenceBoard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClaimSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Claims_SourceId_Paragraph_KnownTo",
                table: "Claims");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_SourceId_Paragraph_KnownTo_KnownFrom",
                table: "Claims",
                columns: new[] { "SourceId", "Paragraph", "KnownTo", "KnownFrom" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Claims_SourceId_Paragraph_KnownTo_KnownFrom",
                table: "Claims");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_SourceId_Paragraph_KnownTo",
                table: "Claims",
                columns: new[] { "SourceId", "Paragraph", "KnownTo" });
        }
    }
}
